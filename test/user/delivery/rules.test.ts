import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#src/common/clock.ts'
import { notifications } from '#src/common/messages/notifications.ts'
import { isStale, KINDS, pauseAfter, planFor, type Told } from '#src/user/delivery/rules.ts'

const NOON = new Date('2026-11-22T05:00:00Z')
const MIDNIGHT = new Date('2026-11-22T17:00:00Z')

const account = (some: Partial<Told> = {}): Told => ({
  ...{ id: 'usr_1', userId: 'usr_1', email: null, phone: null, locale: 'th', choices: {} },
  ...{ digest: null, quietFrom: null, quietTo: null, devices: [], ...some },
})
const guest = (some: Partial<Told> = {}): Told =>
  account({ id: 'guest:x', userId: null, email: 'a@example.test', phone: '+66812345678', ...some })
const browser = { id: 'dev_1', kind: 'web_push' as const }
const phone = { id: 'dev_2', kind: 'expo' as const }
const line = { id: 'dev_3', kind: 'line' as const }
const said = (told: Told, at = NOON, kind: keyof typeof KINDS = 'order_sent') =>
  planFor(kind, told, at).out.map(({ channel, recipient, state, reason }) =>
    [channel, recipient, state, reason].filter(Boolean).join(' '),
  )

describe('What is told', () => {
  it('has a text in both languages for each kind, and a topic', () => {
    expect(Object.keys(notifications.en).sort()).toEqual(Object.keys(KINDS).sort())
    for (const kind of Object.keys(KINDS) as (keyof typeof KINDS)[]) {
      const params = {
        number: 'TL-1',
        shopTh: 'ร้าน',
        shopEn: 'Shop',
        untilMs: 0,
        trackingNumber: 'X',
        ...{ titleTh: 'ผ้า', titleEn: 'Cloth', choiceTh: '', choiceEn: '', sku: 'S1' },
        ...{ available: 1, rating: 5, count: 2, more: 0, priceSatang: 100, markSatang: 200 },
      }
      for (const locale of ['th', 'en'] as const) {
        const { title, body } = notifications[locale][kind](params)
        expect(`${title} ${body}`, kind).not.toMatch(/undefined|NaN/)
      }
    }
  })

  it('goes to the inbox and by email, and to each device', () => {
    const told = account({ devices: [browser, phone, line] })
    expect(planFor('order_sent', told, NOON).inApp).toBe(true)
    expect(said(told)).toEqual([
      'email usr_1 pending',
      'push dev_1 pending',
      'push dev_2 pending',
      'line dev_3 pending',
    ])
  })

  it('goes to a guest by email alone', () => {
    expect(planFor('order_sent', guest(), NOON).inApp).toBe(false)
    expect(said(guest())).toEqual(['email guest:x pending'])
  })

  it('that somebody switched off is logged as that, unless it is about money', () => {
    const told = account({ choices: { orders: { email: false, in_app: false } } })
    expect(said(told)).toEqual(['email usr_1 skipped preference'])
    expect(planFor('order_sent', told, NOON).inApp).toBe(false)
    expect(said(told, NOON, 'order_paid')).toEqual(['email usr_1 pending'])
    expect(planFor('order_paid', told, NOON).inApp).toBe(true)
  })

  it('that was asked for where nobody is reached says so', () => {
    const choices = { orders: { sms: true } }
    expect(said(account({ choices }))).toContain('sms usr_1 skipped no_address')
    expect(said(account({ choices, phone: '+66812345678' }))).toContain('sms usr_1 pending')
  })

  it('rings when quiet hours are over, while the letter goes at once', () => {
    const told = account({ quietFrom: 1320, quietTo: 420, devices: [phone] })
    const { out } = planFor('order_sent', told, MIDNIGHT)
    expect(out.map(({ channel, dueAt, reason }) => [channel, dueAt, reason])).toEqual([
      ['email', MIDNIGHT, null],
      ['push', new Date('2026-11-23T00:00:00Z'), 'quiet_hours'],
    ])
  })
})

describe('What was not sent', () => {
  it('is tried again ever later, up to an hour, and given up after ten tries', () => {
    expect([1, 2, 3, 8, 9].map(pauseAfter)).toEqual([
      30 * SECOND_MS,
      MINUTE_MS,
      2 * MINUTE_MS,
      HOUR_MS,
      HOUR_MS,
    ])
    expect(pauseAfter(10)).toBeUndefined()
  })

  it('is no news after two days', () => {
    expect(isStale(NOON, new Date(NOON.getTime() + 2 * DAY_MS))).toBe(false)
    expect(isStale(NOON, new Date(NOON.getTime() + 2 * DAY_MS + 1))).toBe(true)
  })
})
