import { describe, expect, it } from 'vitest'
import {
  cheapest,
  isOn,
  itemFault,
  SALE_MOVES,
  saleAfter,
  slotFault,
} from '#src/product/flash-sale/rules.ts'

const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 10, 23, hour, minute))
const slot = (from: number, until: number) => ({ startsAt: at(from), endsAt: at(until) })

describe('A slot', () => {
  it('has its first moment and not its end', () => {
    const noon = slot(5, 11)
    expect(isOn(noon, new Date(at(5).getTime() - 1))).toBe(false)
    expect(isOn(noon, at(5))).toBe(true)
    expect(isOn(noon, new Date(at(11).getTime() - 1))).toBe(true)
    expect(isOn(noon, at(11))).toBe(false)
  })

  it.each([
    ['ahead', slot(6, 8), undefined],
    ['that began', slot(3, 8), 'slot_past'],
    ['that begins now', slot(4, 8), 'slot_past'],
    ['that ends before it begins', slot(8, 6), 'slot_length'],
    ['that is over at once', slot(8, 8), 'slot_length'],
    ['of more than a day', { startsAt: at(6), endsAt: at(31) }, 'slot_length'],
    ['that begins in another', slot(13, 20), 'slot_overlaps'],
    ['that ends in another', slot(6, 11), 'slot_overlaps'],
    ['that begins when another ends', slot(14, 16), undefined],
    ['that ends when another begins', slot(6, 10), undefined],
  ])('%s is judged so', (_, one, reason) => {
    expect(slotFault(one, at(4), [slot(10, 14)])).toBe(reason)
  })

  it('moves as its table says and in no other way', () => {
    const states = ['scheduled', 'open', 'closing', 'closed'] as const
    const events = ['opened', 'ended', 'emptied'] as const
    for (const from of states) {
      for (const event of events) {
        const known = SALE_MOVES.find((move) => move.from === from && move.event === event)
        if (known === undefined) expect(() => saleAfter(from, event, 'system')).toThrow()
        else expect(saleAfter(from, event, 'system')).toBe(known.to)
        expect(() => saleAfter(from, event, 'operator')).toThrow()
      }
    }
  })
})

describe('An item', () => {
  const sale = { ...slot(6, 8), items: 0 }
  it.each([
    ['5 % off', 9500, undefined],
    ['a satang less off', 9501, 'price'],
    ['90 % off', 1000, undefined],
    ['more off', 999, 'price'],
    ['nothing off', 10_000, 'price'],
    ['dearer', 10_001, 'price'],
  ])('with %s is judged so', (_, priceSatang, reason) => {
    expect(itemFault({ priceSatang, listPriceSatang: 10_000 }, sale, at(4))).toBe(reason)
  })

  it('comes into a slot before it begins, and as long as there is room', () => {
    const price = { priceSatang: 9000, listPriceSatang: 10_000 }
    expect(itemFault(price, sale, at(6))).toBe('slot_started')
    expect(itemFault(price, { ...sale, items: 100 }, at(4))).toBe('sale_full')
  })

  it('stands for its product when it is the cheapest', () => {
    const items = [30, 10, 20].map((priceSatang) => ({ productId: 'p', priceSatang }))
    expect(cheapest(items).get('p')?.priceSatang).toBe(10)
  })
})
