import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/cloudflare'
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { type LucideIcon, MessageCircle, Settings, Store, Users } from 'lucide-react'
import { Button, LinkButton } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Link } from '../components/link.tsx'
import { Note } from '../components/note.tsx'
import { useLocale, usePath, useTexts } from '../components/use-locale.ts'
import { formatDate } from '../format/date.ts'
import { localePath } from '../locale.ts'
import { messagesIn } from '../messages/index.ts'
import { refusalIn, staff as staffTexts } from '../messages/staff.ts'
import { settle } from '../problem.server.ts'
import { privatePage } from '../seo/page-meta.ts'
import type { Invitation } from '../shapes.ts'
import { myShops } from './desk.server.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { shop, shops } = await myShops(context, request)
  const { site, staff } = messagesIn(context.locale)
  return data({
    title: site.titled(staff.desk),
    shop,
    others: shops.filter(({ id }) => id !== shop?.id).map(({ id, name }) => ({ id, name })),
    invitations: await context.api.staff.invitations(),
  })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

/** What is said to an invitation. */
export async function action({ context, request }: ActionFunctionArgs) {
  await myShops(context, request)
  const form = await request.formData()
  const [shopId, isYes] = [String(form.get('shop') ?? ''), form.get('answer') === 'accept']
  const { accept, decline } = context.api.staff
  const said = await settle(isYes ? accept(shopId) : decline(shopId))
  if (!said.ok) return data({ problem: said.problem.code }, { status: said.problem.status })
  const to = isYes
    ? `/seller?shop=${encodeURIComponent(shopId)}&done=joined`
    : '/seller?done=declined'
  throw redirect(localePath(context.locale, to))
}

/** Where a seller begins: who asks for an answer, and the pages there are. */
export default function SellerHomePage() {
  const { shop, others, invitations } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const texts = useTexts(staffTexts)
  const [params] = useSearchParams()
  const done = (['joined', 'declined', 'left'] as const).find((one) => one === params.get('done'))
  return (
    <div className="page stack gap-5 pt-4 pb-10">
      <h1 className="break-words">{shop === null ? texts.desk : texts.deskOf(shop.name)}</h1>
      <div role="status">
        {done === undefined || refused !== undefined ? null : (
          <Note kind="ok">{texts.done[done]}</Note>
        )}
      </div>
      {refused === undefined ? null : (
        <Note kind="bad" role="alert">
          {refusalIn(texts, refused.problem)}
        </Note>
      )}
      {invitations.length === 0 ? null : <Invitations invitations={invitations} />}
      {shop !== null || invitations.length > 0 ? null : (
        <EmptyState icon={Store} action={<LinkButton to="/">{texts.toMarket}</LinkButton>}>
          {texts.noShop}
        </EmptyState>
      )}
      {shop === null ? null : (
        <ul className="grid gap-3 sm:grid-cols-2 lg:gap-4">
          <Way to={`/seller/messages?shop=${shop.id}`} icon={MessageCircle} name={texts.messages}>
            {texts.messagesText}
          </Way>
          <Way to={`/seller/members?shop=${shop.id}`} icon={Users} name={texts.people}>
            {texts.peopleText}
          </Way>
          <Way
            to={`/seller/messages/settings?shop=${shop.id}`}
            icon={Settings}
            name={texts.settings}
          >
            {texts.settingsText}
          </Way>
          <Way to={`/s/${shop.slug}`} icon={Store} name={texts.stall}>
            {texts.stallText}
          </Way>
        </ul>
      )}
      {others.length === 0 ? null : (
        <nav aria-label={texts.otherShops} className="flex flex-wrap items-center gap-2">
          <span className="text-muted text-sm">{texts.otherShops}</span>
          {others.map(({ id, name }) => (
            <Link key={id} to={`/seller?shop=${id}`} className="chip">
              {name}
            </Link>
          ))}
        </nav>
      )}
    </div>
  )
}

type WayProps = { to: string; icon: LucideIcon; name: string; children: string }

function Way({ to, icon: Icon, name, children }: WayProps) {
  return (
    <li className="grid">
      <Link to={to} className="card flex items-center gap-4 p-4 hover:bg-sunken">
        <Icon size={28} strokeWidth={1.9} aria-hidden="true" className="flex-none text-accent" />
        <span className="min-w-0">
          <span className="block font-display font-semibold">{name}</span>
          <span className="block text-muted text-sm">{children}</span>
        </span>
      </Link>
    </li>
  )
}

function Invitations({ invitations }: { invitations: readonly Invitation[] }) {
  const texts = useTexts(staffTexts)
  const locale = useLocale()
  const path = usePath()
  return (
    <section className="stack gap-3" aria-labelledby="invitations">
      <h2 id="invitations">{texts.invitations}</h2>
      <ul className="stack gap-3">
        {invitations.map(({ shop, role, expiresAt }) => (
          <li key={shop.id} className="card flex flex-wrap items-center gap-3 p-4">
            <p className="min-w-0 flex-1 basis-60 break-words">
              <span className="block font-display font-semibold">
                {texts.asks(shop.name, texts.roles[role])}
              </span>
              <span className="text-muted text-sm">
                {texts.until(formatDate(expiresAt, locale))}
              </span>
            </p>
            <Form method="post" action={path('/seller?index')} className="flex flex-wrap gap-2">
              <input type="hidden" name="shop" value={shop.id} />
              <Button type="submit" name="answer" value="accept">
                {texts.accept}
                <span className="sr-only"> {shop.name}</span>
              </Button>
              <Button type="submit" name="answer" value="decline" kind="quiet">
                {texts.decline}
                <span className="sr-only"> {shop.name}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}
