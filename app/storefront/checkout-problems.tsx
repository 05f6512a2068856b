import { useEffect, useRef } from 'react'
import { Link } from '../components/link.tsx'
import { Note } from '../components/note.tsx'
import { useTexts } from '../components/use-locale.ts'
import { fullMoney } from '../format/money.ts'
import { checkout as checkoutTexts } from '../messages/checkout.ts'
import { errors as errorsTexts, sentence } from '../messages/errors.ts'
import type { Messages } from '../messages/index.ts'
import type { Cart } from '../shapes.ts'
import { LOST, type Refused } from './checkout-refused.ts'

type ProblemsProps = {
  refused: Refused
  wrong: string[]
  cart: Cart
  /** An answer that was lost is being asked for. */
  asking: boolean
  /** Why cash is not taken now, which may be over since the refusal. */
  noCash: string | null
}

/** What stands in the way, on top, with a link to each field; it takes the focus when it appears. */
export function Problems({ refused, wrong, cart, asking, noCash }: ProblemsProps) {
  const { code, requestId, left } = refused
  const checkout = useTexts(checkoutTexts)
  const errors = useTexts(errorsTexts)
  // The way to pay is nothing that was typed wrong, but it is what to change.
  const fields = code === 'payment_method_unavailable' ? [...wrong, 'payment'] : wrong
  const cashNow = refused.cash === null || noCash === null ? [] : [noCash]
  const box = useRef<HTMLDivElement>(null)
  // Each refusal is a new reason to look here.
  useEffect(() => {
    box.current?.focus()
  }, [refused])
  return (
    <div ref={box} tabIndex={-1} className="rounded-sm">
      <Note kind={code === LOST ? 'warn' : 'bad'} role="alert">
        <p className="font-display font-semibold">
          {code === LOST ? checkout.lostTitle : checkout.problemsTitle}
        </p>
        <p>{whyOf(refused, wrong, asking, { checkout, errors })}</p>
        {requestId === null ? null : (
          <p className="text-muted text-xs">{errors.reference(requestId)}</p>
        )}
        {fields.length === 0 ? null : (
          <ul className="-mb-2 flex flex-wrap gap-x-5">
            {fields.map((field) => (
              <li key={field}>
                <a href={`#${field}`} className="tap-link min-w-11 underline">
                  {nameOf(field, cart, checkout)}
                </a>
              </li>
            ))}
          </ul>
        )}
        <ul>
          {[...detailsOf(refused, cart, checkout), ...cashNow].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        {code === 'idempotency_key_reused' ? (
          <Link to="/orders" className="text-link underline">
            {checkout.seeOrders}
          </Link>
        ) : null}
        {code === 'cart_changed' ||
        code === 'flash_over' ||
        (code === 'out_of_stock' && left.length === 0) ? (
          <Link to="/cart" className="text-link underline">
            {checkout.editCart}
          </Link>
        ) : null}
      </Note>
    </div>
  )
}

type Texts = Pick<Messages, 'checkout' | 'errors'>

/** What is wrong with a field is said once, beside the field; here stands the way to it. */
function whyOf({ code, left }: Refused, wrong: string[], asking: boolean, texts: Texts): string {
  const { checkout, errors } = texts
  if (code === LOST) return asking ? checkout.lost : checkout.lostStill
  if (left.length > 0) return checkout.adjusted
  return sentence(errors, wrong.length > 0 ? 'validation_failed' : code)
}

/** What there is to know beside the sentence of the code. */
function detailsOf(
  { reason, total, items, vouchers, left }: Refused,
  cart: Cart,
  checkout: Messages['checkout'],
): string[] {
  const lines = cart.groups.flatMap((group) => group.lines)
  const titleOf = (id: string) => lines.find(({ variantId }) => variantId === id)?.title ?? ''
  if (left.length > 0) {
    return left.map(({ title, available }) =>
      available === 0 ? checkout.soldOutOf(title) : checkout.onlyLeft(title, available),
    )
  }
  return [
    ...items.flatMap(({ variantId, available, limit }) => {
      if (limit !== null) return [checkout.guestMost(titleOf(variantId), limit)]
      return available === null ? [] : [checkout.stockLeft(titleOf(variantId), available)]
    }),
    ...vouchers,
    ...(total === null ? [] : [checkout.newTotal(fullMoney(total))]),
    ...(reason === 'cash_on_its_way' ? [checkout.codWaiting] : []),
    ...(reason === 'limit' ? [checkout.flashLimit] : []),
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
