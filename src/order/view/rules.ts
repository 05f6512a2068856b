import type { Locale } from '#src/config/http-env.ts'
import type { Tables } from '#src/database/tables.ts'
import type { GroupService } from '../group/service.ts'
import type { Actor, cancelRequestOf } from '../rules.ts'
import type { CancelRequest, Order, PlacedAddress } from '../schema.ts'
import { estimateText } from '../shipping/rules.ts'

type Happened = Tables['orderHistory']['$inferSelect']
type Case = NonNullable<Awaited<ReturnType<GroupService['load']>>>

/** An order as its buyer reads it, without what happened to it. */
export function orderAsSeen(
  order: Case['orders'][number],
  lines: Case['lines'],
  locale: Locale,
  fileUrl: (key: string) => string,
): Order {
  const english = locale === 'en'
  return {
    id: order.id,
    number: order.number,
    groupId: order.groupId,
    status: order.status,
    shop: {
      id: order.shopId,
      slug: order.shopSlug,
      name: english ? order.shopNameEn : order.shopNameTh,
    },
    lines: lines
      .filter((line) => line.orderId === order.id)
      .map((line) => ({
        id: line.id,
        variantId: line.variantId,
        productId: line.productId,
        productSlug: line.productSlug,
        sku: line.sku,
        title: english ? line.titleEn : line.titleTh,
        options: line.options.map(({ name, value }) => ({
          name: name[locale],
          value: value[locale],
        })),
        imageUrl: line.imageKey === null ? null : fileUrl(line.imageKey),
        quantity: line.quantity,
        unitPriceSatang: line.unitPriceSatang,
        discountSatang: line.discountSatang,
        lineTotalSatang: line.lineTotalSatang,
      })),
    subtotalSatang: order.subtotalSatang,
    shippingSatang: order.shippingSatang,
    discountSatang: order.discountSatang,
    totalSatang: order.totalSatang,
    vatSatang: order.vatSatang,
    refundedSatang: order.refundedSatang ?? 0,
    shipping: {
      id: order.shippingOptionId,
      name: english ? order.shippingNameEn : order.shippingNameTh,
      estimate: estimateText(order.shippingMinDays, order.shippingMaxDays, locale),
    },
    placedAt: order.placedAt.toISOString(),
    ...(order.shipBy === null ? {} : { shipBy: order.shipBy.toISOString() }),
    ...(order.status === 'delivered' && order.dueAt !== null
      ? { completesAt: order.dueAt.toISOString() }
      : {}),
  }
}

/** One thing that happened to an order. */
export const eventView = ({ event, toStatus, actor, reason, at }: Happened) => ({
  event,
  status: toStatus,
  // Only moves write rows, and a move knows no other.
  by: actor as Actor,
  ...(reason === null ? {} : { reason }),
  at: at.toISOString(),
})

/** What became of a request to cancel; nothing of none. */
export function requestView(
  known: ReturnType<typeof cancelRequestOf>,
): { cancelRequest: CancelRequest } | undefined {
  if (known === undefined) return undefined
  const { state, request, answer, answerBy } = known
  return {
    cancelRequest: {
      state,
      reason: request.reason ?? 'other',
      requestedAt: request.at.toISOString(),
      ...(answerBy === null ? {} : { answerBy: answerBy.toISOString() }),
      ...(state === 'refused' && answer?.reason ? { refusal: answer.reason } : {}),
    },
  }
}

/** Where an order goes. */
export const addressView = ({ line2, ...address }: Case['group']['address']): PlacedAddress =>
  line2 === undefined ? address : { ...address, line2 }
