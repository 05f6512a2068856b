import * as z from 'zod'

/** The API version that stripe-node 23.1 pins, hence the one events are rendered in. */
export const API_VERSION = '2026-10-28.endive'

export const Metadata = z.record(z.string(), z.string())

const Address = z.strictObject({
  city: z.string().nullable(),
  country: z.string().nullable(),
  line1: z.string().nullable(),
  line2: z.string().nullable(),
  postal_code: z.string().nullable(),
  state: z.string().nullable(),
})

export const BillingDetails = z.strictObject({
  address: Address,
  email: z.string().nullable(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  tax_id: z.string().nullable(),
})
export type BillingDetails = z.infer<typeof BillingDetails>

export const Card = z.strictObject({
  brand: z.enum(['visa', 'mastercard']),
  checks: z.strictObject({
    address_line1_check: z.null(),
    address_postal_code_check: z.null(),
    cvc_check: z.literal('pass'),
  }),
  country: z.string(),
  display_brand: z.string(),
  exp_month: z.int(),
  exp_year: z.int(),
  fingerprint: z.string(),
  funding: z.literal('credit'),
  generated_from: z.null(),
  last4: z.string().length(4),
  networks: z.strictObject({ available: z.array(z.string()), preferred: z.null() }),
  regulated_status: z.literal('unregulated'),
  three_d_secure_usage: z.strictObject({ supported: z.boolean() }),
  wallet: z.null(),
})
export type Card = z.infer<typeof Card>

export const PaymentMethod = z.strictObject({
  id: z.string(),
  object: z.literal('payment_method'),
  allow_redisplay: z.literal('unspecified'),
  billing_details: BillingDetails,
  card: Card.exactOptional(),
  created: z.int(),
  customer: z.null(),
  customer_account: z.null(),
  livemode: z.boolean(),
  metadata: Metadata,
  promptpay: z.strictObject({}).exactOptional(),
  shared_payment_granted_token: z.null().exactOptional(),
  type: z.enum(['card', 'promptpay']),
})
export type PaymentMethod = z.infer<typeof PaymentMethod>

export const NextAction = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('promptpay_display_qr_code'),
    promptpay_display_qr_code: z.strictObject({
      data: z.string(),
      hosted_instructions_url: z.url(),
      image_url_png: z.url(),
      image_url_svg: z.url(),
    }),
  }),
  z.strictObject({
    type: z.literal('redirect_to_url'),
    redirect_to_url: z.strictObject({ return_url: z.string().nullable(), url: z.url() }),
  }),
  z.strictObject({
    type: z.literal('use_stripe_sdk'),
    use_stripe_sdk: z.strictObject({
      type: z.literal('three_d_secure_redirect'),
      stripe_js: z.url(),
    }),
  }),
])
export type NextAction = z.infer<typeof NextAction>

export const PaymentError = z.strictObject({
  type: z.enum(['card_error', 'invalid_request_error']),
  code: z.string(),
  message: z.string(),
  charge: z.string().exactOptional(),
  decline_code: z.string().exactOptional(),
  doc_url: z.string().exactOptional(),
  payment_method: PaymentMethod.exactOptional(),
})
export type PaymentError = z.infer<typeof PaymentError>

export const PaymentIntentStatus = z.enum([
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
  'processing',
  'succeeded',
  'canceled',
])
export type PaymentIntentStatus = z.infer<typeof PaymentIntentStatus>

export const CancellationReason = z.enum([
  'abandoned',
  'duplicate',
  'fraudulent',
  'requested_by_customer',
])

export const Shipping = z.strictObject({
  address: Address,
  carrier: z.null(),
  name: z.string(),
  phone: z.string().nullable(),
  tracking_number: z.null(),
})

/** Amounts are in the currency's smallest unit (satang), times in seconds since the epoch. */
export const PaymentIntent = z.strictObject({
  id: z.string(),
  object: z.literal('payment_intent'),
  allowed_payment_method_types: z.array(z.enum(['card', 'promptpay'])).nullable(),
  amount: z.int(),
  amount_capturable: z.int(),
  amount_details: z.strictObject({ tip: z.strictObject({}) }),
  amount_received: z.int(),
  application: z.null(),
  application_fee_amount: z.null(),
  automatic_payment_methods: z
    .strictObject({ allow_redirects: z.enum(['always', 'never']), enabled: z.boolean() })
    .nullable(),
  canceled_at: z.int().nullable(),
  cancellation_reason: CancellationReason.nullable(),
  capture_method: z.enum(['automatic', 'automatic_async']),
  client_secret: z.string(),
  confirmation_method: z.literal('automatic'),
  created: z.int(),
  currency: z.string().length(3),
  customer: z.null(),
  customer_account: z.null(),
  description: z.string().nullable(),
  excluded_payment_method_types: z.null(),
  last_payment_error: PaymentError.nullable(),
  latest_charge: z.string().nullable(),
  livemode: z.boolean(),
  managed_payments: z.null(),
  metadata: Metadata,
  next_action: NextAction.nullable(),
  on_behalf_of: z.null(),
  payment_method: z.string().nullable(),
  payment_method_configuration_details: z.null(),
  payment_method_options: z.strictObject({
    card: z
      .strictObject({
        installments: z.null(),
        mandate_options: z.null(),
        network: z.null(),
        request_three_d_secure: z.literal('automatic'),
      })
      .exactOptional(),
    promptpay: z.strictObject({}).exactOptional(),
  }),
  payment_method_types: z.array(z.enum(['card', 'promptpay'])),
  payment_record: z.null(),
  processing: z.null(),
  receipt_email: z.string().nullable(),
  review: z.null(),
  setup_future_usage: z.null(),
  shipping: Shipping.nullable(),
  source: z.null(),
  statement_descriptor: z.null(),
  statement_descriptor_suffix: z.string().nullable(),
  status: PaymentIntentStatus,
  transfer_data: z.null(),
  transfer_group: z.string().nullable(),
})
export type PaymentIntent = z.infer<typeof PaymentIntent>
