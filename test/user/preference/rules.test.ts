import { describe, expect, it } from 'vitest'
import { deviations, isMoneyAnyway, isWanted, ringsAt } from '#src/user/preference/rules.ts'

const news = { money: false }
const money = { money: true }

describe('Preferences', () => {
  it('bring nothing that sells and no text message unasked (PDPA)', () => {
    for (const channel of ['in_app', 'email', 'sms', 'push', 'line'] as const) {
      expect(isWanted({}, 'promotions', channel, news)).toBe(false)
    }
    for (const topic of ['orders', 'chat', 'stock', 'shop', 'system'] as const) {
      expect(isWanted({}, topic, 'sms', news)).toBe(false)
      expect(isWanted({}, topic, 'in_app', news)).toBe(true)
    }
  })

  it('go before what comes unasked, topic by topic and channel by channel', () => {
    const choices = { orders: { email: false }, promotions: { push: true } }
    expect(isWanted(choices, 'orders', 'email', news)).toBe(false)
    expect(isWanted(choices, 'orders', 'push', news)).toBe(true)
    expect(isWanted(choices, 'promotions', 'push', news)).toBe(true)
    expect(isWanted(choices, 'promotions', 'email', news)).toBe(false)
  })

  it('cannot switch off what is about the money of an order or a shop, in the market and by email', () => {
    const choices = { orders: { in_app: false, email: false, push: false }, chat: { email: false } }
    expect(isWanted(choices, 'orders', 'in_app', money)).toBe(true)
    expect(isWanted(choices, 'orders', 'email', money)).toBe(true)
    expect(isWanted(choices, 'orders', 'push', money)).toBe(false)
    expect(isWanted(choices, 'chat', 'email', money)).toBe(false)
    expect(isMoneyAnyway('shop', 'email')).toBe(true)
    expect(isMoneyAnyway('promotions', 'email')).toBe(false)
  })

  it('are kept as what differs, and the last word of a topic and channel counts', () => {
    const say = (topic: 'orders' | 'promotions', enabled: boolean) => ({
      ...{ topic, channel: 'email' as const, enabled },
    })
    expect(deviations([])).toEqual({})
    expect(deviations([say('orders', true), say('promotions', false)])).toEqual({})
    expect(deviations([say('orders', false), say('promotions', true)])).toEqual({
      orders: { email: false },
      promotions: { email: true },
    })
    expect(deviations([say('orders', false), say('orders', true)])).toEqual({})
  })
})

describe('Quiet hours', () => {
  // 10 at night in Bangkok is 3 in the afternoon of UTC.
  const night = { quietFrom: 22 * 60, quietTo: 7 * 60 }
  const at = (text: string) => new Date(text)

  it.each([
    ['an hour before', '2026-11-22T14:59:59.999Z', '2026-11-22T14:59:59.999Z'],
    ['when they begin', '2026-11-22T15:00:00.000Z', '2026-11-23T00:00:00.000Z'],
    ['after midnight', '2026-11-22T20:30:00.000Z', '2026-11-23T00:00:00.000Z'],
    ['when they are over', '2026-11-23T00:00:00.000Z', '2026-11-23T00:00:00.000Z'],
  ])('past midnight: %s', (_, happened, rings) => {
    expect(ringsAt(night, 'push', at(happened))).toEqual(at(rings))
  })

  it('of a day end on the same day', () => {
    const noon = { quietFrom: 12 * 60, quietTo: 13 * 60 }
    const lunch = at('2026-11-22T05:30:00Z')
    expect(ringsAt(noon, 'sms', lunch)).toEqual(at('2026-11-22T06:00:00Z'))
    expect(ringsAt(noon, 'sms', at('2026-11-22T06:00:00Z'))).toEqual(at('2026-11-22T06:00:00Z'))
  })

  it('hold back neither a letter nor a list, and nothing where there are none', () => {
    const late = at('2026-11-22T18:00:00Z')
    expect(ringsAt(night, 'email', late)).toEqual(late)
    expect(ringsAt(night, 'in_app', late)).toEqual(late)
    expect(ringsAt({ quietFrom: null, quietTo: null }, 'push', late)).toEqual(late)
    expect(ringsAt({ quietFrom: 60, quietTo: 60 }, 'push', late)).toEqual(late)
  })
})
