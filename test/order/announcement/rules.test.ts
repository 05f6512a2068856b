import { describe, expect, it } from 'vitest'
import { announcementsOf, type GroupTold, type OrderTold } from '#src/order/announcement/rules.ts'

const AT = new Date('2026-11-22T05:00:00Z')
const group = (some: Partial<GroupTold> = {}): GroupTold => ({
  ...{ id: 'grp_1', number: 'TL-G', userId: 'usr_1', contactEmail: 'a@example.test' },
  ...{ contactPhone: '+66812345678', locale: 'en', paymentStatus: 'pending_payment' },
  ...{ totalSatang: 30_000, expiresAt: AT, ...some },
})
const order = (some: Partial<OrderTold> = {}): OrderTold => ({
  ...{ id: 'ord_1', number: 'TL-1', shopId: 'shp_1', shopNameTh: 'ร้าน', shopNameEn: 'Shop' },
  ...{ status: 'paid', totalSatang: 10_000, shipBy: AT, dueAt: AT, ...some },
})
const two = [order(), order({ id: 'ord_2', number: 'TL-2', shopId: 'shp_2' })]
const told = (
  event: string,
  { orderId, ...seen }: { orderId?: string; group?: GroupTold; orders?: OrderTold[] } = {},
) =>
  announcementsOf({ event, orderId }, { group: group(), orders: two, ...seen }).map(
    ({ kind, to }) =>
      `${kind} → ${'shopId' in to ? to.shopId : 'guest' in to ? 'guest' : to.userId}`,
  )

describe('Who is told what', () => {
  it('of a group that is paid: its buyer, and each shop by itself', () => {
    expect(told('paid')).toEqual([
      'order_paid → usr_1',
      'shop_new_order → shp_1',
      'shop_new_order → shp_2',
    ])
    const orders = [order({ status: 'cancelled' }), ...two.slice(1)]
    expect(told('paid', { orders })).toEqual(['order_paid → usr_1', 'shop_new_order → shp_2'])
  })

  it.each([
    ['placed', ['order_placed → usr_1']],
    ['cod_accepted', ['order_cash → usr_1', 'shop_new_order → shp_1', 'shop_new_order → shp_2']],
    ['payment_failed', ['payment_failed → usr_1']],
    ['expired', ['order_expired → usr_1']],
    ['cancelled', ['group_cancelled → usr_1']],
    ['charged_back', []],
  ])('of a group: %s', (event, expected) => {
    expect(told(event)).toEqual(expected)
  })

  it.each([
    ['cancelled', ['order_cancelled → usr_1', 'shop_order_cancelled → shp_1']],
    ['cancel_requested', ['shop_cancel_requested → shp_1']],
    ['cancel_refused', ['cancel_refused → usr_1']],
    ['delivered', ['order_delivered → usr_1']],
    ['received', ['shop_order_completed → shp_1']],
    ['completed', ['shop_order_completed → shp_1']],
    ['accepted', []],
    ['parcel_delivered', []],
    ['of_tomorrow', []],
  ])('of one order: %s', (event, expected) => {
    expect(told(event, { orderId: 'ord_1' })).toEqual(expected)
  })

  it('with the number of the newest parcel of that shop', () => {
    const seen = { group: group(), orders: two, parcel: { trackingNumber: 'TH01' } }
    const [sent] = announcementsOf({ event: 'shipped', orderId: 'ord_2' }, seen)
    expect(sent).toMatchObject({
      kind: 'order_sent',
      params: { number: 'TL-2', trackingNumber: 'TH01', shopEn: 'Shop' },
      link: '/orders/ord_2',
    })
  })

  it('as it is by now: what was to be paid and has been is not asked for', () => {
    const paid = group({ paymentStatus: 'paid' })
    expect(told('placed', { group: paid })).toEqual([])
    expect(told('payment_failed', { group: paid })).toEqual([])
  })

  it('a guest is told by the contact they gave, and led to the group', () => {
    const [first] = announcementsOf(
      { event: 'delivered', orderId: 'ord_1' },
      { group: group({ userId: null }), orders: two },
    )
    expect(first).toMatchObject({
      to: { guest: { email: 'a@example.test', phone: '+66812345678', locale: 'en' } },
      link: '/order-groups/grp_1',
    })
  })

  it('has a key of its own for each thing told by one message', () => {
    const all = announcementsOf({ event: 'paid' }, { group: group(), orders: two })
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
  })
})
