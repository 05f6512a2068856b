import * as z from 'zod'
import { id } from '#src/common/text.ts'

const WebPush = z.strictObject({
  kind: z.literal('web_push'),
  /** Where the browser's push service takes messages for it (RFC 8030). */
  endpoint: z.url().max(1000),
  keys: z.strictObject({
    /** An uncompressed point of P-256, and 16 bytes (RFC 8291), base64url. */
    p256dh: z.string().regex(/^B[\w-]{86}=?$/),
    auth: z.string().regex(/^[\w-]{22}={0,2}$/),
  }),
})
// An id of the installation, a colon, and what Google signed.
const token = z.string().regex(/^[\w-]{8,64}:[\w-]{100,250}$/)

/** A browser's subscription as it says it itself, or a phone's token. */
export const RegisterDevice = z.discriminatedUnion('kind', [
  WebPush,
  z.strictObject({ kind: z.literal('fcm'), token }),
  z.strictObject({
    kind: z.literal('expo'),
    token: z
      .string()
      .max(100)
      .regex(/^Expo(?:nent)?PushToken\[[\w-]{10,60}\]$/),
  }),
])
export type RegisterDevice = z.output<typeof RegisterDevice>

/** A device that pushes go to; what it is reached by is not told again. */
export const Device = z
  .object({
    id: z.string(),
    kind: z.enum(['web_push', 'fcm', 'expo', 'line']),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Device' })
export type Device = z.output<typeof Device>

export const DeviceList = z
  .object({
    items: z.array(Device),
    nextCursor: z.null(),
    /** How many an account has at most; one more takes the place of the oldest. */
    max: z.int(),
  })
  .meta({ id: 'DeviceList' })
export type DeviceList = z.output<typeof DeviceList>

/** What pushes can come by beside a phone. */
export const PushWays = z
  .object({
    /** What a browser subscribes with (VAPID, RFC 8292): a point of P-256, base64url; null without one. */
    webPushKey: z.string().nullable(),
    /** Whether a LINE account can be linked. */
    line: z.boolean(),
  })
  .meta({ id: 'PushWays' })
export type PushWays = z.output<typeof PushWays>

export const DeviceParam = z.object({ id })
