import * as z from 'zod'

const channel = z
  .string()
  .max(100)
  .regex(/^(?:order-group|chat|stock):[\w-]{1,64}$|^(?:inbox|admin)$/, 'is not a channel')

export const AskTicket = z.strictObject({ channel })
export type AskTicket = z.output<typeof AskTicket>

export const Ticket = z
  .object({
    /** The one sub-protocol to offer when the socket is opened; good once, for 30 s. */
    ticket: z.string(),
    /** A path of this API. */
    url: z.string(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'Ticket' })

export const ChannelParam = z.object({ channel })
