import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/cloudflare'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ShieldCheck, ShoppingBasket } from 'lucide-react'
import { type RefObject, useEffect, useRef } from 'react'
import { Button, LinkButton } from '../components/button.tsx'
import { BuyBar } from '../components/buy-bar.tsx'
import { countItems, isBlocked } from '../components/cart-counts.ts'
import { CartGroup } from '../components/cart-group.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Note } from '../components/note.tsx'
import { stallsOf } from '../components/stall.tsx'
import { Sums } from '../components/sums.tsx'
import { useMessages } from '../components/use-locale.ts'
import { sentence } from '../messages/errors.ts'
import { messagesIn } from '../messages/index.ts'
import { settle } from '../problem.server.ts'
import { privatePage } from '../seo/page-meta.ts'
import type { Cart } from '../shapes.ts'
import { useUndo } from './use-undo.ts'

export async function loader({ context }: LoaderFunctionArgs) {
  const { site, cart: texts } = messagesIn(context.locale)
  return data({ title: site.titled(texts.title), cart: await context.api.cart.read() })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const lineId = String(form.get('lineId') ?? '')
  const quantity = Number.parseInt(String(form.get('quantity') ?? ''), 10)
  const remove = form.get('intent') === 'remove' || quantity === 0
  const { cart } = context.api
  const back = String(form.get('variantId') ?? '')
  const changed = await settle(
    back !== ''
      ? cart.add(back, quantity || 1)
      : remove
        ? cart.remove(lineId)
        : cart.setQuantity(lineId, quantity || 1),
  )
  // A line that is gone already is what the shopper wanted; the page shows the basket as it is.
  if (changed.ok || changed.problem.code === 'not_found') return data({ problem: null })
  return data({ problem: changed.problem.code }, { status: changed.problem.status })
}

export default function CartPage() {
  const { cart } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { cart: texts, errors } = useMessages()
  const items = countItems(cart)
  const lines = cart.groups.flatMap((group) => group.lines)
  const changed = lines.filter((line) => line.problems.length > 0).length
  const stalls = stallsOf(cart.groups.map((group) => group.shop.id))

  const heading = useFocusAfterRemoval(lines.length)
  useUndo(lines)

  if (items === 0) return <EmptyCart heading={heading} />
  return (
    <div className="page pt-4">
      <h1
        ref={heading}
        tabIndex={-1}
        className="mb-3 flex flex-wrap items-baseline gap-x-2 focus-visible:outline-none"
      >
        {texts.title}{' '}
        <span role="status" className="font-normal font-sans text-base text-muted">
          {texts.summaryOf(items, cart.groups.length)}
        </span>
      </h1>
      <div className="with-side">
        <div className="stack gap-4">
          {result?.problem ? (
            <Note kind="bad" role="alert">
              {sentence(errors, result.problem)}
            </Note>
          ) : null}
          {changed === 0 ? null : <Note kind="warn">{texts.changed(changed)}</Note>}
          {cart.groups.map((group) => (
            <CartGroup key={group.shop.id} group={group} stall={stalls.get(group.shop.id) ?? 1} />
          ))}
        </div>
        <Summary cart={cart} items={items} blocked={lines.some(isBlocked)} />
      </div>
    </div>
  )
}

type SummaryProps = { cart: Cart; items: number; blocked: boolean }

function Summary({ cart, items, blocked }: SummaryProps) {
  const { cart: texts } = useMessages()
  return (
    <section className="card stack gap-3 p-4 lg:sticky lg:top-4">
      <h2>{texts.summary}</h2>
      <Sums
        rows={[
          { label: texts.goods(items), value: cart.totalSatang },
          { label: texts.shipping, value: texts.shippingLater },
        ]}
        total={{ label: texts.total, satang: cart.totalSatang }}
      />
      {blocked ? <Note kind="warn">{texts.settleFirst}</Note> : null}
      <BuyBar label={texts.total} satang={cart.totalSatang}>
        {blocked ? (
          <Button kind="forward" size="lg" disabled>
            {texts.checkout}
          </Button>
        ) : (
          <LinkButton to="/checkout" kind="forward" size="lg" reloadDocument>
            {texts.checkout}
          </LinkButton>
        )}
      </BuyBar>
      <p className="flex gap-2 text-muted text-xs">
        <ShieldCheck size={16} aria-hidden="true" className="mt-0.5 flex-none" />
        {texts.once(cart.groups.length)}
      </p>
    </section>
  )
}

/** A removed line takes its button along: whoever pressed it goes on at the heading, which counts. */
function useFocusAfterRemoval(lines: number) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(lines)
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body
    if (lines < before.current && lost) heading.current?.focus()
    before.current = lines
  }, [lines])
  return heading
}

function EmptyCart({ heading }: { heading: RefObject<HTMLHeadingElement> }) {
  const { cart: texts } = useMessages()
  return (
    <div className="page pt-4">
      <h1 ref={heading} tabIndex={-1} className="mb-3 focus-visible:outline-none">
        {texts.title}
      </h1>
      <EmptyState
        icon={ShoppingBasket}
        action={<LinkButton to="/c/all">{texts.seeNew}</LinkButton>}
      >
        {texts.empty}
      </EmptyState>
    </div>
  )
}
