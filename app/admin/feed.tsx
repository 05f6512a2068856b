import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/cloudflare'
import { useActionData, useLoaderData, useLocation, useSearchParams } from '@remix-run/react'
import { Activity } from 'lucide-react'
import { Badge } from '../components/badge.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Pager, pagesOf } from '../components/pager.tsx'
import { Tabs } from '../components/tabs.tsx'
import { useTexts } from '../components/use-locale.ts'
import { messagesIn } from '../messages/index.ts'
import { operating as operatingTexts } from '../messages/operating.ts'
import { settle } from '../problem.server.ts'
import { privatePage } from '../seo/page-meta.ts'
import { FeedRow } from './feed-row.tsx'
import { requireOperator } from './operator.server.ts'
import { useFeed } from './use-feed.ts'

const TOPICS = ['order', 'webhook', 'break', 'dead_letter', 'report'] as const

export async function loader({ context, request }: LoaderFunctionArgs) {
  await requireOperator(context, request)
  const { searchParams } = new URL(request.url)
  const asked = searchParams.get('topic')
  const topic = TOPICS.find((known) => known === asked)
  const cursor = searchParams.get('cursor') ?? undefined
  const page = await context.api.operating.feed({ topic, cursor, limit: '50' })
  const { site, operating } = messagesIn(context.locale)
  return data({ title: site.titled(operating.title), topic: topic ?? null, page })
}

export async function action({ context, request }: ActionFunctionArgs) {
  await requireOperator(context, request)
  const id = (await request.formData()).get('replay')
  const sent = await settle(context.api.operating.replay(String(id)))
  return data({ sent: sent.ok }, { status: sent.ok ? 200 : sent.problem.status })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

const STATES = { live: 'ok', connecting: 'neutral', lost: 'warn', elsewhere: 'warn' } as const

/** What happens in the market as it happens, of all topics or of one. */
export default function FeedPage() {
  const { topic, page } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const texts = useTexts(operatingTexts)
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const isFirst = !params.has('cursor')
  const { items, arrived, state } = useFeed(page.items, topic)
  const shown = isFirst ? items : page.items
  const tabs = [
    { to: '/admin/feed', name: texts.all, current: topic === null },
    ...TOPICS.map((key) => ({
      to: `/admin/feed?topic=${key}`,
      name: texts.topic[key],
      current: topic === key,
    })),
  ]
  return (
    <div className="page pb-10">
      <PageHead
        title={texts.title}
        action={
          <span role="status">
            <Badge kind={STATES[state]}>{texts[state]}</Badge>
          </span>
        }
      />
      <div className="mt-2 mb-4">
        <Tabs label={texts.topics} tabs={tabs} />
      </div>
      {done === undefined ? null : (
        <div className="mb-3">
          <Note kind={done.sent ? 'ok' : 'warn'} role="status">
            {done.sent ? texts.replayed : texts.notReplayed}
          </Note>
        </div>
      )}
      <p role="status" className="sr-only">
        {isFirst && arrived > 0 ? texts.arrived(arrived) : ''}
      </p>
      {shown.length === 0 ? (
        <EmptyState icon={Activity}>{texts.empty}</EmptyState>
      ) : (
        <ul className="stack gap-2">
          {shown.map((news) => (
            <li key={news.id}>
              <FeedRow news={news} />
            </li>
          ))}
        </ul>
      )}
      <Pager {...pagesOf(pathname, params, page.nextCursor)} />
    </div>
  )
}
