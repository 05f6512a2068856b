import * as z from 'zod'

export const PaymentChoice = z.strictObject({
  provider: z.enum(['stripe', 'omise', 'cod']),
  method: z.enum(['card', 'promptpay', 'mobile_banking', 'truemoney', 'installment', 'cash']),
})
export type PaymentChoice = z.output<typeof PaymentChoice>

export const NextAction = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('card_form'),
    publishableKey: z.string(),
    scriptUrl: z.string(),
  }),
  z.object({
    type: z.literal('promptpay_qr'),
    qrData: z.string(),
    qrImageUrl: z.string(),
    instructionsUrl: z.string(),
  }),
  z.object({ type: z.literal('redirect'), url: z.string() }),
])

export const Payment = z
  .object({
    id: z.string(),
    status: z.enum(['requires_action', 'processing', 'succeeded', 'failed', 'expired']),
    provider: z.enum(['stripe', 'omise', 'cod']),
    method: PaymentChoice.shape.method,
    /** For the provider's own form in the browser. */
    clientSecret: z.string().optional(),
    nextAction: NextAction.optional(),
    /** Why it failed, or why the last card was declined while the attempt stays open. */
    failureCode: z.string().optional(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'Payment' })
export type Payment = z.output<typeof Payment>

export const WebhookParam = z.object({ provider: z.enum(['stripe', 'omise']) })
