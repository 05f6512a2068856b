import { describe, expect, it } from 'vitest'
import { headline } from '../../app/account/order-headline.ts'
import { messagesIn } from '../../app/messages/index.ts'
import type { Order } from '../../app/shapes.ts'

const texts = messagesIn('en').order.headline
const say = (statuses: Order['status'][]) =>
  headline({ paymentStatus: 'paid', orders: statuses.map((status) => ({ status })) }, texts)

describe('The one sentence above an order of several shops', () => {
  it('says of each state no more than is so', () => {
    expect(say(['paid', 'paid'])).toBe('Both shops have been told')
    expect(say(['paid', 'paid', 'paid'])).toBe('All 3 shops have been told')
    expect(say(['paid'])).toBe('The shop has been told')
    expect(say(['paid', 'processed'])).toBe('Both shops are preparing')
    expect(say(['delivered'])).toBe('Your parcel is here')
    expect(say(['delivered', 'completed'])).toBe('Both parcels are here')
    expect(say(['delivered', 'shipped', 'processed'])).toBe('1 here, 2 on the way')
    expect(say(['processed', 'cancelled'])).toBe('The shop is preparing it')
    expect(say(['completed', 'completed', 'cancelled'])).toBe(texts.done)
    expect(say(['cancelled'])).toBe(texts.cancelled)
  })
})
