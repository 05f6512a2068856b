import { Form } from '@remix-run/react'
import { type MouseEvent, useState } from 'react'
import { MOST_A_LINE, readQuantity } from '../format/quantity.ts'
import { cart as cartTexts } from '../messages/cart.ts'
import { errors as errorsTexts } from '../messages/errors.ts'
import type { CartLine as Line } from '../shapes.ts'
import { StepButton, StepNumber, Stepper } from './stepper.tsx'
import { usePath, useTexts } from './use-locale.ts'

type CartQuantityProps = {
  /** Of the form. */
  id: string
  line: Line
  /** How many of it there may be. */
  most: number
  onChange: ((quantity: number) => void) | undefined
}

/** What a typed number became, where it could not stand. */
type Cut = 'wrong' | 'cut' | null

/**
 * A number between two steps. Each step carries the quantity that it leads to, and the number is sent
 * by Enter, so that all of it works without scripts as well.
 */
export function CartQuantity({ id, line, most, onChange }: CartQuantityProps) {
  const cart = useTexts(cartTexts)
  const errors = useTexts(errorsTexts)
  const path = usePath()
  /** What is being typed; null while the number is the line's. */
  const [text, setText] = useState<string | null>(null)
  const [said, setSaid] = useState<Cut>(null)
  const { quantity } = line
  const full = quantity >= most
  const note = `note-${line.id}`
  const change = (to: number) => {
    setText(null)
    setSaid(null)
    onChange?.(to)
  }
  const press = (to: number) => (event: MouseEvent) => {
    if (onChange === undefined) return
    event.preventDefault()
    change(to)
  }
  /** What was typed is taken when the field is left, as far as it can be. */
  const take = () => {
    if (text === null || onChange === undefined) return
    const typed = readQuantity(text.trim())
    const beyond = typed === null && /^[0-9]{3,}$/.test(text.trim())
    const wanted = beyond ? MOST_A_LINE : typed
    setText(null)
    if (wanted === null) {
      setSaid('wrong')
      return
    }
    const to = Math.min(wanted, Math.max(most, 1))
    if (to !== quantity) change(to)
    setSaid(beyond || to < wanted ? 'cut' : null)
  }
  const reason = most === MOST_A_LINE ? cart.most(most) : cart.noMore(most)
  return (
    <Form
      id={id}
      method="post"
      action={path('/cart')}
      preventScrollReset
      className="ml-auto text-right"
      onSubmit={(event) => {
        if (onChange === undefined) return
        event.preventDefault()
        take()
      }}
    >
      <input type="hidden" name="lineId" value={line.id} />
      <Stepper label={cart.quantityOf(line.title)}>
        {/* Never disabled: a button that is takes the focus of whoever stands on it away. */}
        <StepButton
          kind="less"
          type="submit"
          name="step"
          value={Math.max(1, Math.min(quantity - 1, most))}
          aria-disabled={quantity === 1 ? true : undefined}
          label={cart.lessOf(line.title)}
          onClick={
            quantity === 1
              ? (event) => event.preventDefault()
              : press(Math.min(quantity - 1, Math.max(most, 1)))
          }
        />
        <StepNumber
          name="quantity"
          label={cart.quantityOf(line.title)}
          value={text ?? String(quantity)}
          describedBy={note}
          onType={setText}
          onLeave={take}
        />
        <StepButton
          kind="more"
          type="submit"
          name="step"
          value={quantity + 1}
          aria-disabled={full ? true : undefined}
          aria-describedby={full ? note : undefined}
          label={cart.moreOf(line.title)}
          onClick={full ? (event) => event.preventDefault() : press(quantity + 1)}
        />
      </Stepper>
      <p id={note} role="status" className="text-muted text-xs *:mt-1">
        {said === 'wrong' ? (
          <span className="block text-danger">{errors.quantity}</span>
        ) : said === 'cut' ? (
          <span className="block font-semibold text-warning">
            {most === MOST_A_LINE ? cart.cutMost(most) : cart.cut(most)}
          </span>
        ) : quantity === most ? (
          <span className="block">{reason}</span>
        ) : null}
      </p>
    </Form>
  )
}
