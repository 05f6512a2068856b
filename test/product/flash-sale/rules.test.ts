import { describe, expect, it } from 'vitest'
import {
  cheapest,
  isOn,
  itemFault,
  overlap,
  SALE_MOVES,
  saleAfter,
  slotFault,
  stoppedAt,
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
    const events = ['opened', 'ended', 'stopped', 'emptied'] as const
    for (const from of states) {
      for (const event of events) {
        const known = SALE_MOVES.find((move) => move.from === from && move.event === event)
        for (const actor of ['system', 'operator'] as const) {
          if (known?.actors.includes(actor)) expect(saleAfter(from, event, actor)).toBe(known.to)
          else expect(() => saleAfter(from, event, actor)).toThrow()
        }
      }
    }
  })

  it('is stopped by an operator alone, as long as it is not being closed', () => {
    expect(saleAfter('scheduled', 'stopped', 'operator')).toBe('closing')
    expect(saleAfter('open', 'stopped', 'operator')).toBe('closing')
    expect(() => saleAfter('open', 'stopped', 'system')).toThrow()
    expect(() => saleAfter('closing', 'stopped', 'operator')).toThrow()
  })

  it('that is stopped ends then, or lasts no time when it has not begun', () => {
    const noon = slot(5, 11)
    expect(stoppedAt(noon, at(6))).toEqual(at(6))
    expect(stoppedAt(noon, at(5))).toEqual(at(5))
    expect(stoppedAt(noon, at(4))).toEqual(at(5))
    expect(() => stoppedAt(noon, at(11))).toThrow('over')
  })

  it('that lasts no time overlaps nothing, wherever it stands', () => {
    const empty = slot(12, 12)
    for (const other of [slot(10, 14), slot(12, 14), slot(10, 12), empty]) {
      expect([overlap(empty, other), overlap(other, empty)]).toEqual([false, false])
    }
    expect(slotFault(slot(12, 14), at(4), [empty])).toBeUndefined()
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
    expect(itemFault(price, { ...slot(6, 6), items: 0 }, at(4))).toBe('slot_stopped')
  })

  it('stands for its product when it is the cheapest', () => {
    const items = [30, 10, 20].map((priceSatang) => ({ productId: 'p', priceSatang }))
    expect(cheapest(items).get('p')?.priceSatang).toBe(10)
  })
})
