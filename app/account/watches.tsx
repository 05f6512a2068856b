import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/cloudflare'
import {
  Form,
  useActionData,
  useLoaderData,
  useNavigation,
  useSearchParams,
} from '@remix-run/react'
import { Bell } from 'lucide-react'
import { useRef } from 'react'
import { Button, LinkButton } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Link } from '../components/link.tsx'
import { Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Picture } from '../components/picture.tsx'
import { usePath, useTexts } from '../components/use-locale.ts'
import { useRegainedFocus } from '../components/use-regained-focus.ts'
import { accountOf } from '../door.server.ts'
import { shortMoney } from '../format/money.ts'
import { localePath } from '../locale.ts'
import { account as accountTexts } from '../messages/account.ts'
import { errors as errorsTexts, sentence } from '../messages/errors.ts'
import { messagesIn } from '../messages/index.ts'
import { watch as watchTexts } from '../messages/watch.ts'
import { settle } from '../problem.server.ts'
import { privatePage } from '../seo/page-meta.ts'
import type { PutWatch, Watch } from '../shapes.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  await accountOf(context, request)
  const { searchParams } = new URL(request.url)
  const want = searchParams.get('want')
  const { items, nextCursor, max } = await context.api.watches.list(
    searchParams.get('cursor') ?? undefined,
  )
  return data({
    title: messagesIn(context.locale).site.titled(watchTexts[context.locale].title),
    items,
    nextCursor,
    max,
    // Somebody who pressed before they signed in: what they wanted is asked once more.
    asked: want !== null && wantOf(want) !== null ? want : null,
  })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

/** Waits for something, or waits no more; a guest signs in first and is asked again. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const [want, remove] = [text('want'), text('remove')]
  const here = `/watches${want === '' ? '' : `?${new URLSearchParams({ want })}`}`
  const asIf = new Request(new URL(localePath(context.locale, here), request.url))
  await accountOf(context, asIf)
  const to = (query: string) => redirect(localePath(context.locale, `/watches?${query}`))
  if (remove !== '') {
    const removed = await settle(context.api.watches.remove(remove))
    if (removed.ok || removed.problem.code === 'not_found') throw to('done=removed')
    return data({ problem: removed.problem.code }, { status: removed.problem.status })
  }
  const body = wantOf(want)
  if (body === null) return data({ problem: 'not_found' }, { status: 400 })
  const kept = await settle(context.api.watches.put(body))
  if (kept.ok) throw to(`kept=${kept.value.id}`)
  return data({ problem: kept.problem.code }, { status: kept.problem.status })
}

/** What a button stands for: a kind, a point, and the id of a variant or a product. */
function wantOf(want: string): PutWatch | null {
  const [kind, id = ''] = want.split('.')
  if (!/^[\w-]{1,64}$/.test(id)) return null
  if (kind === 'back_in_stock') return { kind, variantId: id }
  return kind === 'price_drop' ? { kind, productId: id } : null
}

export default function WatchesPage() {
  const { items, nextCursor, asked } = useLoaderData<typeof loader>()
  const account = useTexts(accountTexts)
  const texts = useTexts(watchTexts)
  const place = useRegainedFocus(useRef<HTMLDivElement>(null), items.map(({ id }) => id).join())
  return (
    <div className="page">
      <div {...place} className="stack gap-3">
        <div>
          <PageHead trail={[{ to: '/profile', name: account.profileTitle }]} title={texts.title} />
          <Outcome />
          {asked === null ? null : <Asked want={asked} />}
        </div>
        {items.length === 0 ? (
          <EmptyState icon={Bell} action={<LinkButton to="/">{texts.browse}</LinkButton>}>
            {texts.empty}
          </EmptyState>
        ) : (
          <ul className="stack gap-3 lg:grid-cols-2 lg:gap-4">
            {items.map((item) => (
              <Row key={item.id} watch={item} />
            ))}
          </ul>
        )}
        {nextCursor === null ? null : (
          <LinkButton to={`/watches?cursor=${nextCursor}`} kind="line">
            {texts.more}
          </LinkButton>
        )}
      </div>
    </div>
  )
}

/** How the last press ended, here or on a product's page. */
function Outcome() {
  const { items, max } = useLoaderData<typeof loader>()
  const texts = useTexts(watchTexts)
  const errors = useTexts(errorsTexts)
  const refused = useActionData<typeof action>()
  const [params] = useSearchParams()
  if (refused !== undefined) {
    const said = { not_found: texts.gone, limit_reached: texts.full(max) }[refused.problem]
    return (
      <div className="mt-3">
        <Note kind="bad" role="alert">
          {said ?? sentence(errors, refused.problem)}
        </Note>
      </div>
    )
  }
  const kept = items.find(({ id }) => id === params.get('kept'))
  const told =
    kept !== undefined
      ? texts.kept(kept.title)
      : params.get('done') === 'removed'
        ? texts.removed
        : null
  return (
    <div role="status" className="*:mt-3">
      {told === null ? null : <Note kind="ok">{told}</Note>}
    </div>
  )
}

/** What was pressed on the way in. */
function Asked({ want }: { want: string }) {
  const texts = useTexts(watchTexts)
  const path = usePath()
  return (
    <Form
      method="post"
      action={path('/watches')}
      className="mt-3 flex flex-wrap items-center gap-3"
    >
      <input type="hidden" name="want" value={want} />
      <p>{texts.ask}</p>
      <Button type="submit" icon={Bell}>
        {want.startsWith('price_drop') ? texts.cheaper : texts.back}
      </Button>
    </Form>
  )
}

function Row({ watch }: { watch: Watch }) {
  const texts = useTexts(watchTexts)
  const path = usePath()
  const busy = useNavigation().formMethod === 'POST'
  const { kind, productSlug, variantId, title, options, markSatang, priceSatang } = watch
  const chosen = options.map(({ value }) => value).join(', ')
  return (
    <li className="card flex items-center gap-3 p-3">
      <div className="w-20 shrink-0">
        <Picture src={watch.imageUrl} alt="" />
      </div>
      <div className="min-w-0 flex-1">
        <Link
          to={`/p/${productSlug}${variantId === null ? '' : `?variant=${variantId}`}`}
          className="two-lines hover:underline"
        >
          {title}
        </Link>
        {chosen === '' ? null : <p className="text-muted text-xs">{chosen}</p>}
        <p className="text-sm">
          {kind === 'back_in_stock'
            ? texts.waitsBack
            : texts.waitsCheaper(shortMoney(markSatang ?? 0))}
          <span className="text-muted"> · {texts.now(shortMoney(priceSatang))}</span>
        </p>
        <Form method="post" action={path('/watches')} preventScrollReset>
          <input type="hidden" name="remove" value={watch.id} />
          <Button type="submit" kind="quiet" aria-disabled={busy}>
            {texts.remove}
            <span className="sr-only"> {texts.of(title)}</span>
          </Button>
        </Form>
      </div>
    </li>
  )
}
