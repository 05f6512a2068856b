import * as z from 'zod'
import { id } from '#src/common/text.ts'
import { SETTINGS } from '#src/config/settings.ts'

const PRIVATE = 'private/'

/** Where a file of somebody's is kept: each try has a place of its own, and /media leads to none. */
export const privateKey = (uploadId: string, attempt: string): string =>
  `${PRIVATE}${uploadId}/${attempt}`
export const isPrivate = (key: string): boolean => key.startsWith(PRIVATE)

/** A file that is about to come: what for, of which type, exactly how long. */
export const AskUpload = z.strictObject({
  kind: z.enum(['chat-picture']),
  contentType: z.enum(['image/jpeg', 'image/png', 'image/webp']),
  bytes: z.int().min(1).max(SETTINGS.upload.maxBytes),
})
export type AskUpload = z.output<typeof AskUpload>

/** Where it is put with PUT, once, with that type and length; `key` is what it is sent by then. */
export const PromisedUpload = z
  .object({ uploadUrl: z.string(), key: z.string(), expiresAt: z.iso.datetime() })
  .meta({ id: 'PromisedUpload' })
export type PromisedUpload = z.output<typeof PromisedUpload>

export const UploadParam = z.object({ key: id })
export const UploadToken = z.object({ token: z.string().min(1).max(64) })

export const TakenUpload = z
  .object({
    key: z.string(),
    /** In pixels, as it is shown. */
    width: z.int(),
    height: z.int(),
  })
  .meta({ id: 'TakenUpload' })
export type TakenUpload = z.output<typeof TakenUpload>
