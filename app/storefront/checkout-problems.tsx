import { useEffect, useRef } from 'react'
import { Link } from '../components/link.tsx'
import { Note } from '../components/note.tsx'
import { useMessages } from '../components/use-locale.ts'
import { fullMoney } from '../format/money.ts'
import { sentence } from '../messages/errors.ts'
import type { Messages } from '../messages/index.ts'
import type { Cart } from '../shapes.ts'

/** Why an order was refused, as far as the page has words for it. */
export type Refused = {
  code: string
  /** Why this way to pay was. */
  reason: string | null
  /** What it costs now, when that is not what was seen. */
  total: number | null
  /** The dearest order that can be paid this way. */
  maximum: number | null
  items: { variantId: string; available: number | null; limit: number | null }[]
}

type ProblemsProps = { refused: Refused; wrong: string[]; cart: Cart }

/** What stands in the way, on top, with a link to each field; it takes the focus when it appears. */
export function Problems({ refused, wrong, cart }: ProblemsProps) {
  const { code } = refused
  const { checkout, errors } = useMessages()
  const box = useRef<HTMLDivElement>(null)
  // A new list of what is wrong is a new reason to look here.
  useEffect(() => {
    box.current?.focus()
  }, [wrong, refused])
  return (
    <div ref={box} tabIndex={-1} className="rounded-sm">
      <Note kind="bad" role="alert">
        <p className="font-display font-semibold">{checkout.problemsTitle}</p>
        {/* What is wrong with a field is said once, beside the field; here stands the way to it. */}
        <p>{sentence(errors, wrong.length > 0 ? 'validation_failed' : code)}</p>
        <ul>
          {wrong.map((field) => (
            <li key={field}>
              <a href={`#${field}`} className="inline-flex min-h-7 items-center underline">
                {nameOf(field, cart, checkout)}
              </a>
            </li>
          ))}
          {detailsOf(refused, cart, checkout).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        {code === 'idempotency_key_reused' ? (
          <Link to="/orders" className="text-link underline">
            {checkout.seeOrders}
          </Link>
        ) : null}
        {code === 'cart_changed' || code === 'out_of_stock' ? (
          <Link to="/cart" className="text-link underline">
            {checkout.editCart}
          </Link>
        ) : null}
      </Note>
    </div>
  )
}

/** What there is to know beside the sentence of the code. */
function detailsOf(
  { reason, total, maximum, items }: Refused,
  cart: Cart,
  checkout: Messages['checkout'],
): string[] {
  const lines = cart.groups.flatMap((group) => group.lines)
  const titleOf = (id: string) => lines.find(({ variantId }) => variantId === id)?.title ?? ''
  return [
    ...items.flatMap(({ variantId, available, limit }) => {
      if (limit !== null) return [checkout.guestMost(titleOf(variantId), limit)]
      return available === null ? [] : [checkout.stockLeft(titleOf(variantId), available)]
    }),
    ...(total === null ? [] : [checkout.newTotal(fullMoney(total))]),
    ...(maximum === null ? [] : [checkout.codTooMuch(fullMoney(maximum))]),
    ...(reason === 'cash_on_its_way' ? [checkout.codWaiting] : []),
  ]
}

/** What the page calls a field. */
function nameOf(field: string, cart: Cart, checkout: Messages['checkout']): string {
  const [name = '', shopId] = field.split('.')
  if (name === 'shipping') {
    const shop = cart.groups.find((group) => group.shop.id === shopId)?.shop.name ?? ''
    return `${checkout.shipping} · ${shop}`
  }
  const names: Record<string, string> = {
    recipient: checkout.recipient,
    phone: checkout.recipientPhone,
    email: checkout.email,
    line1: checkout.line1,
    line2: checkout.line2,
    province: checkout.province,
    district: checkout.district,
    subdistrict: checkout.subdistrict,
    postcode: checkout.postcode,
    payment: checkout.payment,
  }
  return names[name] ?? checkout.address
}
