import type { ChoosePreferences, NotificationPreferences } from '../shapes.ts'

/** What the form of preferences says; a time that is none leaves the night as loud as it was. */
export function preferencesOf(form: FormData, now: NotificationPreferences): ChoosePreferences {
  const text = (name: string) => String(form.get(name) ?? '')
  const chosen = new Set(form.getAll('choice').map(String))
  const gathered = new Set(form.getAll('gathered').map(String))
  const [from, to] = [minuteOf(text('from')), minuteOf(text('to'))]
  return {
    locale: text('locale') === 'en' ? 'en' : 'th',
    quietHours:
      text('quiet') === '' ? null : from === null || to === null ? now.quietHours : { from, to },
    digest: {
      every: text('digest') === '' ? 'off' : 'daily',
      topics: [...new Set(now.choices.map(({ topic }) => topic))].filter((topic) =>
        gathered.has(topic),
      ),
    },
    choices: now.choices.map(({ topic, channel }) => ({
      ...{ topic, channel },
      enabled: chosen.has(`${topic}.${channel}`),
    })),
  }
}

/** Minutes since midnight of a field of time, `HH:MM`. */
export function minuteOf(text: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? []
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes)
}
