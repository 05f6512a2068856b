import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/cloudflare'
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { Button } from '../components/button.tsx'
import { Field } from '../components/field.tsx'
import { Link } from '../components/link.tsx'
import { Note } from '../components/note.tsx'
import { useTexts } from '../components/use-locale.ts'
import { localePath } from '../locale.ts'
import { chat as chatTexts } from '../messages/chat.ts'
import { messagesIn } from '../messages/index.ts'
import { settle } from '../problem.server.ts'
import { privatePage } from '../seo/page-meta.ts'
import type { ShopChat, ShopPace } from '../shapes.ts'
import { deskOf } from './desk.server.ts'
import { clockOf, hoursIn, rowsOf } from './hours.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { shop } = await deskOf(context, request)
  const { site, chat } = messagesIn(context.locale)
  return data({
    title: site.titled(chat.seller.settings),
    shop,
    settings: await context.api.chat.ofShop.settings(shop.id),
    pace: await context.api.chat.ofShop.pace(shop.id).catch(() => null),
  })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

export async function action({ context, request }: ActionFunctionArgs) {
  const { shop } = await deskOf(context, request)
  const form = await request.formData()
  const awayText = String(form.get('awayText') ?? '').trim()
  const quickReplies = String(form.get('quickReplies') ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const hours = hoursIn(form)
  const kept = { awayText, quickReplies: quickReplies.join('\n') }
  if (hours === null) return data({ ...kept, problem: 'validation_failed' }, { status: 400 })
  const saved = await settle(
    context.api.chat.ofShop.set(shop.id, {
      hours,
      awayText: awayText === '' ? null : awayText,
      quickReplies,
      version: Number(form.get('version')),
    }),
  )
  const to = `/seller/messages/settings?shop=${shop.id}&saved=1`
  if (saved.ok) throw redirect(localePath(context.locale, to))
  return data({ ...kept, problem: saved.problem.code }, { status: saved.problem.status })
}

export default function ChatSettingsPage() {
  const { shop, settings, pace } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { seller, title } = useTexts(chatTexts)
  const [params] = useSearchParams()
  return (
    <div className="page pt-4 pb-10">
      <Link to={`/seller/messages?shop=${shop.id}`} className="text-link tap-link min-w-11">
        {title}
      </Link>
      <h1>{seller.settings}</h1>
      <div role="status" className="max-w-form *:mt-3">
        {params.has('saved') && refused === undefined ? (
          <Note kind="ok">{seller.saved}</Note>
        ) : null}
      </div>
      {refused === undefined ? null : (
        <div className="mt-3 max-w-form">
          <Note kind="bad" role="alert">
            {refused.problem === 'conflict' ? seller.changed : seller.wrong}
          </Note>
        </div>
      )}
      {pace === null ? null : <Pace pace={pace} />}
      <Form method="post" className="card stack mt-4 max-w-form gap-5 p-4">
        <input type="hidden" name="version" value={settings.version} />
        <Hours key={settings.version} hours={settings.hours} />
        <Field id="away" label={seller.awayText} help={seller.awayHelp}>
          {(described) => (
            <textarea
              {...described}
              name="awayText"
              rows={3}
              maxLength={300}
              defaultValue={refused?.awayText ?? settings.awayText ?? ''}
              className="control resize-y"
            />
          )}
        </Field>
        <Field id="quick" label={seller.quickReplies} help={seller.quickHelp}>
          {(described) => (
            <textarea
              {...described}
              name="quickReplies"
              rows={5}
              defaultValue={refused?.quickReplies ?? settings.quickReplies.join('\n')}
              className="control resize-y"
            />
          )}
        </Field>
        <Button type="submit" className="justify-self-start">
          {seller.save}
        </Button>
      </Form>
    </div>
  )
}

/** How soon customers were answered lately. */
function Pace({ pace: { waits, inTime, medianMinutes } }: { pace: ShopPace }) {
  const { seller } = useTexts(chatTexts)
  return (
    <section className="card stack mt-4 max-w-form gap-1 p-4">
      <h2 className="text-base!">{seller.pace}</h2>
      {waits === 0 ? (
        <p className="text-muted">{seller.noPace}</p>
      ) : (
        <dl className="grid grid-cols-2 gap-3">
          <div>
            <dt className="text-muted text-xs">{seller.inTime}</dt>
            <dd className="font-display font-semibold text-lg tabular-nums">
              {Math.round((inTime / waits) * 100)}%
            </dd>
            <dd className="text-muted text-xs">{seller.ofWaits(inTime, waits)}</dd>
          </div>
          <div>
            <dt className="text-muted text-xs">{seller.median}</dt>
            <dd className="font-display font-semibold text-lg tabular-nums">
              {medianMinutes === null ? '–' : seller.minutes(medianMinutes)}
            </dd>
          </div>
        </dl>
      )}
    </section>
  )
}

/** Each day's times, in rows of two fields. */
function Hours({ hours }: { hours: ShopChat['hours'] }) {
  const { seller } = useTexts(chatTexts)
  return (
    <fieldset className="stack gap-2">
      <legend className="mb-1 font-display font-semibold text-sm">{seller.hours}</legend>
      <p className="text-muted text-xs">{seller.hoursHelp}</p>
      {seller.days.map((name, day) =>
        rowsOf(hours, day).map((span, index) => (
          <div key={`${day}-${index}`} className="flex flex-wrap items-center gap-2">
            <span className="w-20 flex-none" aria-hidden="true">
              {index === 0 ? name : ''}
            </span>
            <input
              type="time"
              name={`from-${day}`}
              aria-label={seller.from(name)}
              defaultValue={span === null ? '' : clockOf(span.fromMinute)}
              className="control min-w-0 flex-1"
            />
            <span aria-hidden="true">{seller.until}</span>
            <input
              type="time"
              name={`to-${day}`}
              aria-label={seller.to(name)}
              defaultValue={span === null ? '' : clockOf(span.toMinute)}
              className="control min-w-0 flex-1"
            />
          </div>
        )),
      )}
    </fieldset>
  )
}
