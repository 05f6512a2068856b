import * as z from 'zod'
import { Device } from '../device/schema.ts'

/** Where somebody says at LINE that it is them. */
export const LineDoor = z.object({ url: z.url() }).meta({ id: 'LineDoor' })
export type LineDoor = z.output<typeof LineDoor>

/** What LINE sent somebody back with. */
export const LinkLine = z.strictObject({
  code: z
    .string()
    .max(200)
    .regex(/^[\w.~-]+$/),
  state: z
    .string()
    .max(300)
    .regex(/^[\w-]+\.[\w-]+$/),
})
export type LinkLine = z.output<typeof LinkLine>

export const LinkedLine = z
  .object({
    device: Device,
    /** The language of the page that they came from. */
    locale: z.enum(['th', 'en']),
  })
  .meta({ id: 'LinkedLine' })
export type LinkedLine = z.output<typeof LinkedLine>
