import * as z from 'zod'
import { RefundReason } from './money-objects.ts'
import { CancellationReason } from './objects.ts'

const Int = z
  .string()
  .regex(/^-?\d+$/, 'integer')
  .transform(Number)
const Flag = z.enum(['true', 'false'], { error: 'boolean' }).transform((value) => value === 'true')
const Text = z.string().min(1, 'empty').max(5000, 'too_long')
const Expand = z.array(z.string()).optional()
const Metadata = z.record(z.string().max(40), z.string().max(500))
const ClearableMetadata = z.union([z.literal('').transform(() => ({})), Metadata])

const AddressParam = z.strictObject({
  city: z.string().optional(),
  country: z.string().optional(),
  line1: z.string().optional(),
  line2: z.string().optional(),
  postal_code: z.string().optional(),
  state: z.string().optional(),
})

const BillingDetailsParam = z.strictObject({
  address: AddressParam.optional(),
  email: z.string().optional(),
  name: z.string().optional(),
  phone: z.string().optional(),
  tax_id: z.string().optional(),
})
export type BillingDetailsParam = z.infer<typeof BillingDetailsParam>

const ShippingParam = z.strictObject({
  address: AddressParam,
  name: Text,
  phone: z.string().optional(),
})
export type ShippingParam = z.infer<typeof ShippingParam>

const MethodType = z.enum(['card', 'promptpay'], { error: 'method_type' })

const CardParam = z.strictObject({
  number: Text,
  exp_month: Int,
  exp_year: Int,
  cvc: z.string().optional(),
})
export type CardParam = z.infer<typeof CardParam>

const PaymentMethodData = z.strictObject({
  type: MethodType,
  billing_details: BillingDetailsParam.optional(),
  card: CardParam.optional(),
  promptpay: z.union([z.literal(''), z.strictObject({})]).optional(),
  metadata: Metadata.optional(),
})
export type PaymentMethodData = z.infer<typeof PaymentMethodData>

type Range = {
  gt?: number | undefined
  gte?: number | undefined
  lt?: number | undefined
  lte?: number | undefined
}

const Created = z
  .union([
    Int.transform((at): Range => ({ gte: at, lte: at })),
    z
      .strictObject({
        gt: Int.optional(),
        gte: Int.optional(),
        lt: Int.optional(),
        lte: Int.optional(),
      })
      .transform((range): Range => range),
  ])
  .optional()
export type CreatedRange = z.infer<typeof Created>

const page = {
  created: Created,
  ending_before: Text.optional(),
  expand: Expand,
  limit: Int.optional(),
  starting_after: Text.optional(),
}

/** What a confirmation may carry, at creation or after. */
const confirmation = {
  payment_method: Text.optional(),
  payment_method_data: PaymentMethodData.optional(),
  return_url: z.url('url').optional(),
  use_stripe_sdk: Flag.optional(),
}

export const CreatePaymentIntent = z.strictObject({
  ...confirmation,
  allowed_payment_method_types: z.array(MethodType).min(1).optional(),
  amount: Int,
  currency: z
    .string()
    .regex(/^[A-Za-z]{3}$/, 'currency')
    .toLowerCase(),
  automatic_payment_methods: z
    .strictObject({ enabled: Flag, allow_redirects: z.enum(['always', 'never']).optional() })
    .optional(),
  capture_method: z.enum(['automatic', 'automatic_async']).optional(),
  confirm: Flag.optional(),
  confirmation_method: z.literal('automatic').optional(),
  description: z.string().max(1000).optional(),
  expand: Expand,
  metadata: Metadata.optional(),
  receipt_email: z.string().optional(),
  shipping: ShippingParam.optional(),
  statement_descriptor_suffix: z.string().max(22).optional(),
  transfer_group: z.string().optional(),
})
export type CreatePaymentIntent = z.infer<typeof CreatePaymentIntent>

export const UpdatePaymentIntent = z.strictObject({
  amount: Int.optional(),
  description: z.string().max(1000).optional(),
  expand: Expand,
  metadata: ClearableMetadata.optional(),
  receipt_email: z.string().optional(),
  shipping: ShippingParam.optional(),
})
export type UpdatePaymentIntent = z.infer<typeof UpdatePaymentIntent>

export const ConfirmPaymentIntent = z.strictObject({
  ...confirmation,
  client_secret: Text.optional(),
  expand: Expand,
  receipt_email: z.string().optional(),
  shipping: ShippingParam.optional(),
})
export type ConfirmPaymentIntent = z.infer<typeof ConfirmPaymentIntent>

export const RetrievePaymentIntent = z.strictObject({
  client_secret: Text.optional(),
  expand: Expand,
})

export const CancelPaymentIntent = z.strictObject({
  cancellation_reason: CancellationReason.optional(),
  expand: Expand,
})

export const SearchPaymentIntents = z.strictObject({
  expand: Expand,
  limit: Int.optional(),
  page: Text.optional(),
  query: Text,
})

export const CreatePaymentMethod = PaymentMethodData.extend({ expand: Expand })

export const CreateRefund = z.strictObject({
  amount: Int.optional(),
  charge: Text.optional(),
  expand: Expand,
  instructions_email: z.string().optional(),
  metadata: ClearableMetadata.optional(),
  payment_intent: Text.optional(),
  reason: RefundReason.optional(),
})
export type CreateRefund = z.infer<typeof CreateRefund>

export const UpdateRefund = z.strictObject({
  expand: Expand,
  metadata: ClearableMetadata.optional(),
})

export const Retrieve = z.strictObject({ expand: Expand })
export const ListPaymentIntents = z.strictObject(page)
export const ListRefunds = z.strictObject({
  ...page,
  charge: Text.optional(),
  payment_intent: Text.optional(),
})
export const ListCharges = z.strictObject({ ...page, payment_intent: Text.optional() })
export const ListEvents = z.strictObject({
  ...page,
  type: Text.optional(),
  types: z.array(Text).max(20).optional(),
})
export const ListBalanceTransactions = z.strictObject({
  ...page,
  source: Text.optional(),
  type: Text.optional(),
})
