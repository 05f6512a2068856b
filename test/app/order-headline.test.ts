import { describe, expect, it } from 'vitest'
import { headline } from '../../app/account/order-headline.ts'
import { messagesIn } from '../../app/messages/index.ts'
import type { Order } from '../../app/shapes.ts'

const texts = messagesIn('en').order.headline
const say = (statuses: Order['status'][]) =>
  headline({ paymentStatus: 'paid', orders: statuses.map((status) => ({ status })) }, texts)

describe('The one sentence above an order of several shops', () => {
  it('says of each state no more than is so', () => {
    expect(say(['paid', 'paid'])).toBe('All 2 shops have been told')
    expect(say(['paid'])).toBe('The shop has been told')
    expect(say(['paid', 'processed'])).toBe('All 2 shops are preparing')
    expect(say(['processed', 'cancelled'])).toBe('The shop is preparing it')
    expect(say(['completed', 'completed', 'cancelled'])).toBe(texts.done)
    expect(say(['cancelled'])).toBe(texts.cancelled)
  })
})
