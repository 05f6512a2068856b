import * as z from 'zod'
import { Paging, pageOf } from '#src/common/http/paging.ts'
import { id } from '#src/common/text.ts'
import { Carrier } from '../parcel/schema.ts'
import { REFUSAL_REASONS, SELLER_REASONS } from '../rules.ts'
import { Order, OrderDetail, OrderLine, OrderStatus } from '../schema.ts'

export const ShopParam = z.object({ shopId: id })
export const ShopOrderParam = z.object({ shopId: id, id })

export const ListShopOrders = z.object({ status: OrderStatus.optional(), ...Paging })
export type ListShopOrders = z.output<typeof ListShopOrders>

/** An order as its shop sees it: its own lines, and nothing of what else was bought beside it. */
const ShopOrderRow = Order.omit({
  groupId: true,
  shop: true,
  history: true,
  parcels: true,
  cancelRequest: true,
}).extend({
  lines: z.array(
    OrderLine.extend({
      sentQuantity: z.int(),
      /** Of those that were ordered, without what is in parcels and what goes back to the buyer. */
      leftToSend: z.int(),
    }),
  ),
  /** To be asked for at the door; 0 of what is paid. */
  cashSatang: z.int(),
})

export const ShopOrderPage = pageOf(ShopOrderRow).meta({ id: 'ShopOrderPage' })
export type ShopOrderPage = z.output<typeof ShopOrderPage>

export const ShopOrder = ShopOrderRow.extend({
  history: OrderDetail.shape.history,
  parcels: OrderDetail.shape.parcels,
  cancelRequest: OrderDetail.shape.cancelRequest,
  /** Where it goes: told from when it is to be sent until it is delivered, and to nobody before or after. */
  deliverTo: OrderDetail.shape.address.nullable(),
}).meta({ id: 'ShopOrder' })
export type ShopOrder = z.output<typeof ShopOrder>

/** What was handed to a carrier. Without lines: all that is left of the order. */
export const SendParcel = z.strictObject({
  /** Left out: guessed from the number. */
  carrier: Carrier.optional(),
  trackingNumber: z
    .string()
    .min(6)
    .max(40)
    // Five digits at least: every carrier's has more, and words have none.
    .regex(/^(?=(?:\D*\d){5})[A-Za-z0-9][A-Za-z0-9 ]*[A-Za-z0-9]$/),
  lines: z
    .array(z.strictObject({ lineId: id, quantity: z.int().min(1).max(99) }))
    .min(1)
    .max(100)
    .optional(),
})
export type SendParcel = z.output<typeof SendParcel>

export const CancelOwn = z.strictObject({ reason: z.enum(SELLER_REASONS) })
export type CancelOwn = z.output<typeof CancelOwn>

export const RefuseCancel = z.strictObject({ reason: z.enum(REFUSAL_REASONS) })
export type RefuseCancel = z.output<typeof RefuseCancel>
