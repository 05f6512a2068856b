import * as z from 'zod'

/** What each provider takes, in our words from its own documentation; anything else in it is a mistake. */

/** resend.com/docs/api-reference/emails/send-email */
export const ResendEmail = z.strictObject({
  from: z.string().regex(/^(?:[^<>\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/),
  to: z.array(z.email()).min(1).max(50),
  subject: z
    .string()
    .min(1)
    .regex(/^[^\r\n]*$/),
  html: z.string().optional(),
  text: z.string().optional(),
  headers: z.record(z.string().regex(/^[\w-]+$/), z.string().regex(/^[^\r\n]*$/)).optional(),
})

/** developer.thaibulksms.com, POST /sms: form fields; numbers as 08… or 668… */
export const ThaiBulkSms = z.strictObject({
  msisdn: z.string().regex(/^(?:0|66)\d{8,9}$/),
  message: z.string().min(1),
  sender: z.string().min(1).max(11),
})

/** developers.line.biz, POST /v2/bot/message/push: one to five messages, a text of 5,000 UTF-16 units. */
export const LinePush = z.strictObject({
  to: z.string().regex(/^[UCR][0-9a-f]{32}$/),
  messages: z
    .array(z.strictObject({ type: z.literal('text'), text: z.string().min(1).max(5000) }))
    .min(1)
    .max(5),
  notificationDisabled: z.boolean().optional(),
})

/** docs.expo.dev/push-notifications/sending-notifications: a message object; all of it within 4,096 bytes. */
export const ExpoPush = z
  .strictObject({
    to: z.string().regex(/^Expo(?:nent)?PushToken\[.+\]$/),
    title: z.string().optional(),
    body: z.string().optional(),
    data: z.record(z.string(), z.unknown()).optional(),
  })
  .refine((message) => new TextEncoder().encode(JSON.stringify(message)).length <= 4096)

/** firebase.google.com/docs/reference/fcm/rest/v1/projects.messages: `data` holds texts alone. */
export const FcmPush = z.strictObject({
  message: z.strictObject({
    token: z.string().min(1),
    notification: z.strictObject({ title: z.string(), body: z.string() }),
    data: z.record(z.string().regex(/^(?!from$|message_type$|google|gcm)/), z.string()),
    android: z.strictObject({
      collapse_key: z.string(),
      notification: z.strictObject({ tag: z.string() }),
    }),
    // Apple's header of this name holds 64 bytes at most.
    apns: z.strictObject({
      headers: z.strictObject({ 'apns-collapse-id': z.string().min(1).max(64) }),
    }),
  }),
})
