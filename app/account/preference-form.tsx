import { Form, useNavigation } from '@remix-run/react'
import {
  Bell,
  type LucideIcon,
  Mail,
  MessageCircle,
  MessageSquareText,
  Smartphone,
} from 'lucide-react'
import { Button } from '../components/button.tsx'
import { Checkbox } from '../components/choice.tsx'
import { SelectField, TextField } from '../components/field.tsx'
import { useTexts } from '../components/use-locale.ts'
import { notifications as notificationsTexts } from '../messages/notifications.ts'
import type { NotificationPreferences } from '../shapes.ts'
import { clockTime } from './clock-time.ts'

type Choice = NotificationPreferences['choices'][number]

const CHANNELS: [Choice['channel'], LucideIcon][] = [
  ['in_app', Bell],
  ['email', Mail],
  ['push', Smartphone],
  ['line', MessageCircle],
  ['sms', MessageSquareText],
]
/** What most people want at night, to begin with. */
const NIGHT = { from: 22 * 60, to: 7 * 60 }

/** What somebody hears of, by what, in which language, and when nothing rings. One form, sent whole. */
export function PreferenceForm({ preferences }: { preferences: NotificationPreferences }) {
  const texts = useTexts(notificationsTexts)
  const saving = useNavigation().formData?.has('locale') === true
  const { locale, quietHours, digest, choices } = preferences
  const { from, to } = quietHours ?? NIGHT
  return (
    <Form method="post" preventScrollReset className="card stack content-start gap-5 p-4 lg:p-6">
      <ChoiceTable choices={choices} />
      <fieldset>
        <legend className="font-bold font-display">{texts.quiet.title}</legend>
        <p className="text-muted text-xs">{texts.quiet.text}</p>
        <Checkbox name="quiet" defaultChecked={quietHours !== null}>
          {texts.quiet.on}
        </Checkbox>
        <div className="grid max-w-80 grid-cols-2 gap-3">
          <TextField
            id="from"
            name="from"
            type="time"
            label={texts.quiet.from}
            defaultValue={clockTime(from)}
            required
          />
          <TextField
            id="to"
            name="to"
            type="time"
            label={texts.quiet.to}
            defaultValue={clockTime(to)}
            required
          />
        </div>
      </fieldset>
      <fieldset>
        <legend className="font-bold font-display">{texts.digest.title}</legend>
        <p className="text-muted text-xs">{texts.digest.text}</p>
        <Checkbox name="digest" defaultChecked={digest.every === 'daily'}>
          {texts.digest.on}
        </Checkbox>
        <ul aria-label={texts.digest.of} className="grid gap-x-4 pl-8 sm:grid-cols-2">
          {[...new Set(choices.map(({ topic }) => topic))].map((topic) => (
            <li key={topic}>
              <Checkbox
                name="gathered"
                value={topic}
                defaultChecked={digest.topics.includes(topic)}
              >
                {texts.topics[topic]}
              </Checkbox>
            </li>
          ))}
        </ul>
      </fieldset>
      <div className="max-w-80">
        <SelectField id="locale" name="locale" label={texts.locale} defaultValue={locale}>
          <option value="th">ภาษาไทย</option>
          <option value="en">English</option>
        </SelectField>
      </div>
      <p>
        <Button type="submit" busy={saving && texts.saving}>
          {texts.save}
        </Button>
      </p>
    </Form>
  )
}

function ChoiceTable({ choices }: { choices: readonly Choice[] }) {
  const texts = useTexts(notificationsTexts)
  const topics = [...new Set(choices.map(({ topic }) => topic))]
  const isOn = (topic: string, channel: string) =>
    choices.some((one) => one.topic === topic && one.channel === channel && one.enabled)
  return (
    <div>
      <table className="w-full table-fixed border-collapse">
        <caption className="mb-2 text-left font-bold font-display">{texts.what}</caption>
        <thead>
          <tr className="align-bottom">
            <td className="w-[30%]" />
            {CHANNELS.map(([channel, Icon]) => (
              <th
                key={channel}
                scope="col"
                className="px-0.5 pb-1 font-display font-medium text-2xs lg:text-sm"
              >
                <Icon
                  size={20}
                  strokeWidth={1.9}
                  aria-hidden="true"
                  className="mx-auto text-accent"
                />
                {texts.channels[channel]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {topics.map((topic) => (
            <tr key={topic} className="border-line border-t">
              <th scope="row" className="py-2 pr-2 text-left font-display font-medium text-sm">
                {texts.topics[topic]}
              </th>
              {CHANNELS.map(([channel]) => (
                <td key={channel} className="p-0">
                  <label className="grid min-h-11 place-items-center">
                    <input
                      type="checkbox"
                      name="choice"
                      value={`${topic}.${channel}`}
                      defaultChecked={isOn(topic, channel)}
                      aria-label={`${texts.topics[topic]}: ${texts.channels[channel]}`}
                      className="size-5.5"
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-muted text-xs">{texts.moneyAnyway}</p>
    </div>
  )
}
