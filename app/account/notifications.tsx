import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/cloudflare'
import { Form, useActionData, useLoaderData, useLocation, useSearchParams } from '@remix-run/react'
import { Bell, CheckCheck, Settings } from 'lucide-react'
import { Button, LinkButton } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Pager, pagesOf } from '../components/pager.tsx'
import { useTexts } from '../components/use-locale.ts'
import { accountOf } from '../door.server.ts'
import { useInboxNews } from '../live/use-inbox-news.ts'
import { errors as errorsTexts, sentence } from '../messages/errors.ts'
import { messagesIn } from '../messages/index.ts'
import { notifications as notificationsTexts } from '../messages/notifications.ts'
import { settle } from '../problem.server.ts'
import { privatePage } from '../seo/page-meta.ts'
import { NotificationRow } from './notification-row.tsx'

const A_PAGE = '20'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { api, locale } = context
  await accountOf(context, request)
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined
  const read = (from?: string) => api.notifications.list({ cursor: from, limit: A_PAGE })
  const found = await settle(read(cursor))
  const lost = cursor !== undefined && !found.ok && found.problem.status === 400
  if (!found.ok && !lost) throw data(found.problem, { status: found.problem.status })
  const { site, notifications } = messagesIn(locale)
  return data({
    title: site.titled(notifications.title),
    page: found.ok ? found.value : await read(),
    strayed: lost,
    // What comes in later was not seen here, and stays unread.
    now: new Date().toISOString(),
  })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

export async function action({ context, request }: ActionFunctionArgs) {
  await accountOf(context, request)
  const { notifications } = context.api
  const form = await request.formData()
  const id = String(form.get('id') ?? '')
  const until = String(form.get('until') ?? '')
  const done = await settle(id === '' ? notifications.readUntil(until) : notifications.read(id))
  if (done.ok) return data({ done: true, problem: null })
  return data({ done: false, problem: done.problem.code }, { status: done.problem.status })
}

export default function NotificationsPage() {
  const { page, strayed, now } = useLoaderData<typeof loader>()
  const texts = useTexts(notificationsTexts)
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  useInboxNews()
  const { unread } = page
  return (
    <div className="page">
      <PageHead
        title={texts.title}
        text={
          page.items.length === 0 ? undefined : unread === 0 ? texts.allRead : texts.unread(unread)
        }
        action={
          <div className="flex flex-wrap gap-2">
            {unread === 0 ? null : (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="until" value={now} />
                <Button type="submit" kind="line" icon={CheckCheck}>
                  {texts.markAll}
                </Button>
              </Form>
            )}
            <LinkButton to="/account/notifications" kind="quiet" icon={Settings}>
              {texts.settings}
            </LinkButton>
          </div>
        }
      />
      <Outcome strayed={strayed} />
      <div className="mt-4">
        {page.items.length === 0 ? (
          <EmptyState icon={Bell}>{texts.empty}</EmptyState>
        ) : (
          <ul className="card divide-y divide-line overflow-hidden">
            {page.items.map((one) => (
              <NotificationRow key={one.id} notification={one} />
            ))}
          </ul>
        )}
      </div>
      <Pager
        {...pagesOf(pathname, params, page.nextCursor)}
        {...(strayed ? { first: null } : {})}
      />
    </div>
  )
}

/** How the last press ended; the region stands from the start, so that it is said. */
function Outcome({ strayed }: { strayed: boolean }) {
  const result = useActionData<typeof action>()
  const texts = useTexts(notificationsTexts)
  const errors = useTexts(errorsTexts)
  if (result?.problem != null) {
    return (
      <div className="mt-3">
        <Note kind="bad" role="alert">
          {sentence(errors, result.problem)}
        </Note>
      </div>
    )
  }
  return (
    <div role="status" className="*:mt-3">
      {strayed ? <Note>{texts.strayed}</Note> : null}
      {result?.done === true ? <p className="sr-only">{texts.done}</p> : null}
    </div>
  )
}
