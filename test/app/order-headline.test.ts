import { describe, expect, it } from 'vitest'
import { headline, moneyNote } from '../../app/account/order-headline.ts'
import { owedParts } from '../../app/components/owed-parts.ts'
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

describe('What an order of several shops says of its money', () => {
  const english = messagesIn('en').order
  const note = (paymentStatus: 'paid' | 'cod', statuses: Order['status'][]) =>
    moneyNote({ paymentStatus, orders: statuses.map((status) => ({ status })) }, english)

  it('is when the shops are paid, until a part that has arrived says it itself', () => {
    expect(note('paid', ['paid', 'cancelled'])).toBe(english.escrow(1))
    expect(note('paid', ['paid', 'shipped'])).toBe(english.escrow(2))
    expect(note('paid', ['delivered', 'shipped'])).toBe(null)
    expect(note('paid', ['completed', 'cancelled'])).toBe(null)
  })

  it('is of cash that it is due on arrival, since nobody is asked to say that it came', () => {
    expect(note('cod', ['paid'])).toBe(english.cashDue)
    expect(note('cod', ['delivered', 'shipped'])).toBe(english.cashDue)
    expect(note('cod', ['delivered'])).toBe(null)
  })

  it('leaves out of the cash to pay what was cancelled', () => {
    const kept = { status: 'shipped' } as const
    const gone = { status: 'cancelled' } as const
    expect(owedParts([kept, gone], 'cod')).toEqual([kept])
    expect(owedParts([kept, gone], 'paid')).toEqual([kept, gone])
    expect(owedParts([gone], 'cod')).toEqual([gone])
  })
})
