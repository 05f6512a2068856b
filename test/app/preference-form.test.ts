import { describe, expect, it } from 'vitest'
import { clockTime } from '../../app/account/clock-time.ts'
import { minuteOf, preferencesOf } from '../../app/account/preference-form.server.ts'
import type { NotificationPreferences } from '../../app/shapes.ts'

const choice = (topic: 'orders' | 'chat', channel: 'email' | 'push') =>
  ({ topic, channel, enabled: true, moneyAnyway: false }) as const
const now: NotificationPreferences = {
  locale: 'th',
  quietHours: { from: 1320, to: 420 },
  digest: { every: 'off', topics: [] },
  choices: [choice('orders', 'email'), choice('chat', 'push')],
}
const form = (...fields: [string, string][]) => {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

describe('The form of preferences', () => {
  it('says of every choice whether its box is ticked', () => {
    const sent = form(['locale', 'en'], ['choice', 'chat.push'], ['choice', 'made.up'])
    expect(preferencesOf(sent, now)).toEqual({
      ...{ locale: 'en', quietHours: null, digest: { every: 'off', topics: [] } },
      choices: [
        { topic: 'orders', channel: 'email', enabled: false },
        { topic: 'chat', channel: 'push', enabled: true },
      ],
    })
  })

  it('gathers the topics that are ticked, once a day', () => {
    const sent = form(['digest', 'on'], ['gathered', 'chat'], ['gathered', 'made.up'])
    expect(preferencesOf(sent, now).digest).toEqual({ every: 'daily', topics: ['chat'] })
  })

  it('takes quiet hours as the clock shows them, past midnight too', () => {
    const sent = form(['quiet', 'on'], ['from', '23:30'], ['to', '06:05'])
    expect(preferencesOf(sent, now).quietHours).toEqual({ from: 1410, to: 365 })
  })

  it('keeps the quiet hours of before where a time is none', () => {
    const sent = form(['quiet', 'on'], ['from', '24:00'], ['to', '06:00'])
    expect(preferencesOf(sent, now).quietHours).toEqual(now.quietHours)
  })

  it('writes times as it reads them', () => {
    for (const minute of [0, 59, 60, 1439]) expect(minuteOf(clockTime(minute))).toBe(minute)
  })
})
