import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { cart as cartTexts } from '../messages/cart.ts'
import type { Cart, CartLine } from '../shapes.ts'
import { LinePicture, LineTitle, lineId, ProblemBadge } from './cart-line.tsx'
import { Swatch, stallOf } from './stall.tsx'
import { usePath, useTexts } from './use-locale.ts'

type Gone = { line: CartLine; shop: Cart['groups'][number]['shop'] }

type CartGoneProps = {
  gone: Gone[]
  /** Takes a press where scripts run; without it the form is sent. */
  onRemove?: ((gone: Gone[]) => void) | undefined
  /** Why one could not be taken out, by variant. */
  refusalOf?: ((variantId: string) => string | undefined) | undefined
}

/** What can no longer be bought, apart from what can: it counts for nothing and stands in the way. */
export function CartGone({ gone, onRemove, refusalOf }: CartGoneProps) {
  const cart = useTexts(cartTexts)
  return (
    <section className="card p-4" aria-labelledby="gone">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h2 id="gone">{cart.goneTitle}</h2>
        {gone.length > 1 ? (
          <RemoveForm gone={gone} onRemove={onRemove}>
            {cart.removeAll}
          </RemoveForm>
        ) : null}
      </div>
      <p className="text-muted text-xs">{cart.goneText}</p>
      <ul>
        {gone.map((one) => (
          <GoneLine
            key={one.line.id}
            one={one}
            onRemove={onRemove}
            refusal={refusalOf?.(one.line.variantId)}
          />
        ))}
      </ul>
    </section>
  )
}

type GoneLineProps = Pick<CartGoneProps, 'onRemove'> & {
  one: Gone
  refusal: string | undefined
}

function GoneLine({ one, onRemove, refusal }: GoneLineProps) {
  const cart = useTexts(cartTexts)
  const { line, shop } = one
  const why = line.problems.filter(
    (problem) => problem === 'unavailable' || problem === 'out_of_stock',
  )
  return (
    <li
      id={lineId(line)}
      tabIndex={-1}
      className="flex gap-3 border-line border-t py-3 first:border-t-0"
    >
      <span className="opacity-55">
        <LinePicture line={line} size="m" />
      </span>
      <div className="min-w-0 flex-1">
        <LineTitle line={line} />
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-xs">
          {why.map((problem) => (
            <ProblemBadge key={problem} problem={problem} line={line} />
          ))}
          {shop.name === '' ? null : (
            <span className="flex min-w-0 items-center gap-1.5">
              <Swatch stall={stallOf(shop.id)} />
              <span className="truncate">{shop.name}</span>
            </span>
          )}
        </p>
        {refusal === undefined ? null : (
          <p role="alert" className="mt-1 text-danger text-xs">
            {refusal}
          </p>
        )}
      </div>
      <RemoveForm
        gone={[one]}
        onRemove={onRemove}
        label={cart.removeNamed(line.title || cart.untitled)}
      >
        {cart.remove}
      </RemoveForm>
    </li>
  )
}

type RemoveFormProps = Pick<CartGoneProps, 'gone' | 'onRemove'> & {
  label?: string
  children: ReactNode
}

function RemoveForm({ gone, onRemove, label, children }: RemoveFormProps) {
  const path = usePath()
  return (
    <Form
      method="post"
      action={path('/cart')}
      preventScrollReset
      className="flex-none"
      onSubmit={(event) => {
        if (onRemove === undefined) return
        event.preventDefault()
        onRemove(gone)
      }}
    >
      {gone.map(({ line }) => (
        <input key={line.id} type="hidden" name="lineId" value={line.id} />
      ))}
      <button
        type="submit"
        name="intent"
        value="remove"
        aria-label={label}
        className="text-link tap-link min-w-11 justify-center"
      >
        {children}
      </button>
    </Form>
  )
}
