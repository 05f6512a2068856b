import * as z from 'zod'
import { email, thaiPhone } from '#src/common/contact.ts'
import { Paging, pageOf } from '#src/common/http/paging.ts'
import { id, line } from '#src/common/text.ts'
import { Parcel } from './parcel/schema.ts'
import { Payment, PaymentChoice } from './payment/schema.ts'
import { REASONS, REQUEST_REASONS, TABS } from './rules.ts'
import { UsedVoucher, VoucherCode } from './voucher/schema.ts'

const AddressInput = z.strictObject({
  recipient: line(100),
  phone: thaiPhone,
  line1: line(200),
  line2: line(200).optional(),
  subdistrict: line(80),
  district: line(80),
  province: line(80),
  postcode: line(10),
})

/** A checkout. An account names a saved address; a guest sends one, and how to be reached. */
export const PlaceOrder = z.strictObject({
  addressId: id.optional(),
  address: AddressInput.optional(),
  contact: z.strictObject({ email, phone: thaiPhone }).optional(),
  /** The shipping option of each shop in the cart. */
  shipping: z.record(id, id).refine((choice) => Object.keys(choice).length <= 90, 'too many shops'),
  payment: PaymentChoice,
  /** Codes, in either case. */
  vouchers: z.array(VoucherCode).max(10).optional(),
  /** The total that the shopper saw: any other is refused with `cart_changed` and the new one. */
  expectedTotalSatang: z.int().min(0).max(1_000_000_000_000).optional(),
})
export type PlaceOrder = z.output<typeof PlaceOrder>

/** A buyer's wish that an order be cancelled which its shop has begun with. */
export const RequestCancel = z.strictObject({ reason: z.enum(REQUEST_REASONS) })
export type RequestCancel = z.output<typeof RequestCancel>

export const OrderStatus = z.enum([
  'pending_payment',
  'paid',
  'processed',
  'shipped',
  'delivered',
  'completed',
  'cancel_requested',
  'cancelled',
])

export const OrderLine = z
  .object({
    id: z.string(),
    variantId: z.string(),
    productId: z.string(),
    productSlug: z.string(),
    sku: z.string(),
    title: z.string(),
    options: z.array(z.object({ name: z.string(), value: z.string() })),
    imageUrl: z.string().nullable(),
    quantity: z.int(),
    unitPriceSatang: z.int(),
    discountSatang: z.int(),
    lineTotalSatang: z.int(),
  })
  .meta({ id: 'OrderLine' })

export const OrderEvent = z.object({
  event: z.string(),
  status: z.string(),
  /** In which part somebody acted. */
  by: z.enum(['buyer', 'seller', 'system', 'provider', 'operator']),
  reason: z.enum(REASONS).optional(),
  at: z.iso.datetime(),
})

/** A buyer's latest request to cancel, and what the shop said. */
export const CancelRequest = z.object({
  state: z.enum(['waiting', 'refused', 'granted']),
  reason: z.enum(REASONS),
  requestedAt: z.iso.datetime(),
  /** When it is granted if the shop says nothing; while it waits. */
  answerBy: z.iso.datetime().optional(),
  /** Why it was refused. */
  refusal: z.enum(REASONS).optional(),
})
export type CancelRequest = z.output<typeof CancelRequest>

/** One shop's part of what was paid once. */
export const Order = z
  .object({
    id: z.string(),
    number: z.string(),
    groupId: z.string(),
    status: OrderStatus,
    shop: z.object({ id: z.string(), slug: z.string(), name: z.string() }),
    lines: z.array(OrderLine),
    subtotalSatang: z.int(),
    shippingSatang: z.int(),
    discountSatang: z.int(),
    totalSatang: z.int(),
    /** VAT contained in the total. */
    vatSatang: z.int(),
    /** Of the total, what goes back to the buyer, sent already or on its way. */
    refundedSatang: z.int(),
    shipping: z.object({ id: z.string(), name: z.string(), estimate: z.string() }),
    placedAt: z.iso.datetime(),
    /** By when its shop has to have sent it; from when it is paid, or is to be paid in cash. */
    shipBy: z.iso.datetime().optional(),
    /** When a delivered order completes by itself. */
    completesAt: z.iso.datetime().optional(),
    /** What happened to it, oldest first, and the rest: told where it, or its group, is read by itself. */
    history: z.array(OrderEvent).optional(),
    parcels: z.array(Parcel).optional(),
    cancelRequest: CancelRequest.optional(),
  })
  .meta({ id: 'Order' })
export type Order = z.output<typeof Order>

const Address = z.object({
  recipient: z.string(),
  phone: z.string(),
  line1: z.string(),
  line2: z.string().optional(),
  subdistrict: z.string(),
  district: z.string(),
  province: z.string(),
  postcode: z.string(),
  /** The names of the place in English; where an order is read in English, if the post has them. */
  english: z
    .object({ subdistrict: z.string(), district: z.string(), province: z.string() })
    .optional(),
})
export type PlacedAddress = z.output<typeof Address>

export const OrderGroup = z
  .object({
    id: z.string(),
    number: z.string(),
    paymentStatus: z.enum(['pending_payment', 'cod', 'paid', 'expired', 'cancelled']),
    totalSatang: z.int(),
    /** What took something off; the orders' discounts are the sum of these. */
    vouchers: z.array(UsedVoucher),
    /** Of the total, what goes back to the buyer, sent already or on its way. */
    refundedSatang: z.int(),
    currency: z.literal('THB'),
    version: z.int(),
    placedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    paidAt: z.iso.datetime().optional(),
    address: Address,
    orders: z.array(Order),
  })
  .meta({ id: 'OrderGroup' })
export type OrderGroup = z.output<typeof OrderGroup>

/** A group and the newest try at paying it. */
export const PlacedOrder = z
  .object({
    orderGroup: OrderGroup,
    payment: Payment,
    /** For a guest: send it as X-Order-Token to see the order again. */
    orderToken: z.string().optional(),
  })
  .meta({ id: 'PlacedOrder' })
export type PlacedOrder = z.output<typeof PlacedOrder>

export const OrderDetail = Order.extend({
  paymentStatus: OrderGroup.shape.paymentStatus,
  address: Address,
  history: z.array(OrderEvent),
  parcels: z.array(Parcel),
}).meta({ id: 'OrderDetail' })
export type OrderDetail = z.output<typeof OrderDetail>

export const ListOrders = z.object({ tab: z.enum(TABS).optional(), ...Paging })
export type ListOrders = z.output<typeof ListOrders>

export const OrderPage = pageOf(
  Order.omit({ history: true, parcels: true, cancelRequest: true }).extend({
    paymentStatus: OrderGroup.shape.paymentStatus,
    /** When it ends if it is not paid by then; told while it waits to be paid. */
    expiresAt: z.iso.datetime().optional(),
  }),
).meta({ id: 'OrderPage' })
export type OrderPage = z.output<typeof OrderPage>

export const IdParam = z.object({ id })
