import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/cloudflare'
import {
  type ClientActionFunctionArgs,
  type ShouldRevalidateFunction,
  useActionData,
  useLoaderData,
} from '@remix-run/react'
import { ShoppingBasket } from 'lucide-react'
import { type RefObject, useEffect, useRef } from 'react'
import { LinkButton } from '../components/button.tsx'
import { countItems, isBlocked } from '../components/cart-counts.ts'
import { CartGone } from '../components/cart-gone.tsx'
import { CartGroup } from '../components/cart-group.tsx'
import { lineId } from '../components/cart-line.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Note } from '../components/note.tsx'
import { usePath, useTexts } from '../components/use-locale.ts'
import { VoucherBox } from '../components/voucher-box.tsx'
import { cart as cartTexts } from '../messages/cart.ts'
import { messagesIn } from '../messages/index.ts'
import { unlessUnreached } from '../revalidation.ts'
import { privatePage } from '../seo/page-meta.ts'
import { answerOf, changeCart } from './cart-action.server.ts'
import { type CartAnswer, unreached } from './cart-answer.ts'
import { CartSummary } from './cart-summary.tsx'
import { apart, type Wish } from './optimistic-cart.ts'
import { useBasket } from './use-basket.ts'
import { useRefusals } from './use-refusals.ts'
import { readVouchers } from './voucher-choice.server.ts'

export async function loader({ context }: LoaderFunctionArgs) {
  const { site, cart: texts } = messagesIn(context.locale)
  // What is being merged at a sign-in must be there before it is priced.
  const cart = await context.api.cart.read()
  const told = cart.groups.length === 0 ? null : await readVouchers(context)
  return data({ title: site.titled(texts.title), cart, told })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)
/** Also after a refusal, since what changed may be why; not when the API was never reached. */
export const shouldRevalidate: ShouldRevalidateFunction = (asked) =>
  unlessUnreached({
    ...asked,
    defaultShouldRevalidate: asked.actionResult !== undefined || asked.defaultShouldRevalidate,
  })

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const changed = await changeCart(context.api.cart, form)
  return data(answerOf(changed, form), { status: changed.ok ? 200 : changed.problem.status })
}

/** An API that fails, or no network, is a refusal of one change and not the end of the page. */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  const form = await request.clone().formData()
  try {
    return await serverAction<CartAnswer>()
  } catch (failure) {
    return unreached(failure, form.getAll('lineId').map(String))
  }
}

export default function CartPage() {
  const { cart: loaded, told } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const texts = useTexts(cartTexts)
  const path = usePath()
  const { cart, pending, refusals, change, returned } = useBasket(loaded)
  const { refusalOf, others } = useRefusals(cart, refusals, answered)
  const { bought, gone } = apart(cart)
  const lines = bought.groups.flatMap((group) => group.lines)
  const items = countItems(bought)
  const changed = lines.filter((line) => line.problems.length > 0).length
  const heading = useFocusAfterRemoval(lines.length + gone.length)
  useFocusAfterReturn(returned)

  if (lines.length + gone.length === 0) return <EmptyCart heading={heading} told={others} />
  return (
    <div className="page pt-4">
      <h1
        ref={heading}
        tabIndex={-1}
        className="mb-3 flex flex-wrap items-baseline gap-x-2 focus-visible:outline-none"
      >
        {texts.title}{' '}
        <span role="status" className="font-normal font-sans text-base text-muted">
          {texts.summaryOf(items, bought.groups.length)}
        </span>
      </h1>
      <div className="with-side">
        <div className="stack gap-4">
          {others.map((text) => (
            <Note key={text} kind="bad" role="alert">
              {text}
            </Note>
          ))}
          {changed === 0 ? null : <Note kind="warn">{texts.changed(changed)}</Note>}
          {bought.groups.map((group) => (
            <CartGroup
              key={group.shop.id}
              group={group}
              onChange={(line, quantity) => change(line, group.shop, quantity)}
              refusalOf={refusalOf}
            />
          ))}
          {gone.length === 0 ? null : (
            <CartGone
              gone={gone}
              onRemove={(all) => {
                for (const { line, shop } of all) change(line, shop, 0)
              }}
              refusalOf={refusalOf}
            />
          )}
        </div>
        <div className="stack gap-4 lg:sticky lg:top-4">
          {told === null || lines.length === 0 ? null : (
            <VoucherBox
              told={told.vouchers}
              suggested={told.suggested}
              action={path('/cart/vouchers')}
            />
          )}
          <CartSummary
            cart={bought}
            items={items}
            vouchers={told?.vouchers ?? []}
            blocked={gone.length > 0 || lines.some(isBlocked)}
            pending={pending}
            refused={Object.keys(refusals).length > 0}
          />
        </div>
      </div>
    </div>
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

/** Who brings something back goes on at it: the toast that was pressed is gone. */
function useFocusAfterReturn(returned: readonly Wish[]): void {
  useEffect(() => {
    const [first] = returned
    if (first !== undefined) document.getElementById(lineId(first.line))?.focus()
  }, [returned])
}

function EmptyCart({ heading, told }: { heading: RefObject<HTMLHeadingElement>; told: string[] }) {
  const texts = useTexts(cartTexts)
  return (
    <div className="page pt-4">
      <h1 ref={heading} tabIndex={-1} className="mb-3 focus-visible:outline-none">
        {texts.title}
      </h1>
      {told.map((text) => (
        <div key={text} className="mb-4">
          <Note kind="bad" role="alert">
            {text}
          </Note>
        </div>
      ))}
      <EmptyState
        icon={ShoppingBasket}
        action={<LinkButton to="/c/all">{texts.seeNew}</LinkButton>}
      >
        {texts.empty}
      </EmptyState>
    </div>
  )
}
