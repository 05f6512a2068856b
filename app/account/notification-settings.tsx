import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/cloudflare'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useTexts } from '../components/use-locale.ts'
import { accountOf } from '../door.server.ts'
import { errors as errorsTexts, sentence } from '../messages/errors.ts'
import { messagesIn } from '../messages/index.ts'
import { notifications as notificationsTexts } from '../messages/notifications.ts'
import { settle } from '../problem.server.ts'
import { privatePage } from '../seo/page-meta.ts'
import { DeviceList } from './device-list.tsx'
import { LineCard } from './line-card.tsx'
import { preferencesOf } from './preference-form.server.ts'
import { PreferenceForm } from './preference-form.tsx'
import { PushCard } from './push-card.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { id } = await accountOf(context, request)
  const { notifications: api } = context.api
  const [preferences, devices, ways] = await Promise.all([
    api.preferences(),
    api.devices(),
    api.ways(),
  ])
  const { site, notifications } = messagesIn(context.locale)
  return data({
    ...{ title: site.titled(notifications.settings), userId: id },
    ...{ preferences, devices, ways },
  })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

export async function action({ context, request }: ActionFunctionArgs) {
  await accountOf(context, request)
  const { notifications: api } = context.api
  const form = await request.formData()
  const id = String(form.get('device') ?? '')
  const [done, call] =
    id === ''
      ? (['saved', api.preferences().then((now) => api.choose(preferencesOf(form, now)))] as const)
      : (['removed', api.forgetDevice(id)] as const)
  const acted = await settle<unknown>(call)
  // A device that is gone already is what was wanted.
  const gone = !acted.ok && done === 'removed' && acted.problem.code === 'not_found'
  if (acted.ok || gone) return data({ done, problem: null })
  return data({ done: null, problem: acted.problem.code }, { status: acted.problem.status })
}

export default function NotificationSettingsPage() {
  const { preferences, devices, ways, userId } = useLoaderData<typeof loader>()
  const texts = useTexts(notificationsTexts)
  const line = devices.filter(({ kind }) => kind === 'line')
  return (
    <div className="page">
      <PageHead trail={[{ to: '/notifications', name: texts.title }]} title={texts.settings} />
      <Outcome />
      <div className="with-side mt-4">
        <PreferenceForm preferences={preferences} />
        <div className="stack gap-4">
          <PushCard applicationKey={ways.webPushKey} userId={userId} />
          {ways.line || line.length > 0 ? <LineCard linked={line} offered={ways.line} /> : null}
          <DeviceList devices={devices.filter(({ kind }) => kind !== 'line')} />
        </div>
      </div>
    </div>
  )
}

/** How the last press, here or at LINE, ended. */
function Outcome() {
  const result = useActionData<typeof action>()
  const [params] = useSearchParams()
  const texts = useTexts(notificationsTexts)
  const errors = useTexts(errorsTexts)
  const line = params.get('line')
  const failed = line === 'failed' ? texts.line.failed : null
  const problem = result?.problem == null ? failed : sentence(errors, result.problem)
  if (problem !== null && result?.done == null) {
    return (
      <div className="mt-3">
        <Note kind="bad" role="alert">
          {problem}
        </Note>
      </div>
    )
  }
  const told =
    result?.done != null
      ? texts.outcomes[result.done]
      : line === 'linked'
        ? texts.line.linked
        : line === 'cancelled'
          ? texts.line.cancelled
          : null
  return (
    <div role="status" className="*:mt-3">
      {told === null ? null : <Note kind={line === 'cancelled' ? 'info' : 'ok'}>{told}</Note>}
    </div>
  )
}
