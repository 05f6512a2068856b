import { Form } from '@remix-run/react'
import { Ticket, X } from 'lucide-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { cart as cartTexts } from '../messages/cart.ts'
import { codes as codesTexts } from '../messages/codes.ts'
import { site as siteTexts } from '../messages/site.ts'
import { Button } from './button.tsx'
import { Link } from './link.tsx'
import { Note } from './note.tsx'
import { useTexts } from './use-locale.ts'
import { useRegainedFocus } from './use-regained-focus.ts'

type VoucherBoxProps = {
  /** Each code that is kept: what it does, or why it does nothing. */
  told: readonly { code: string; title: string; text: string; off?: unknown }[]
  /** Better ones, in a sentence; no codes when there are none. */
  suggested: { codes: readonly string[]; text: string }
  /** Where its forms are sent. */
  action: string
}

/** The codes of a basket: what each takes off, one field for another, and the best ones at a press. */
export function VoucherBox({ told, suggested, action }: VoucherBoxProps) {
  const texts = useTexts(codesTexts)
  const site = useTexts(siteTexts)
  const cart = useTexts(cartTexts)
  const codes = told.map(({ code }) => code).join()
  const place = useRegainedFocus(useRef<HTMLElement>(null), codes)
  const typed = useRef<HTMLInputElement>(null)
  // A code that is taken in leaves room for another; the field itself stays, and the focus in it.
  useEffect(() => {
    if (typed.current !== null) typed.current.value = ''
  }, [codes])
  const [offline, setOffline] = useState(false)
  // Without a network the page would give way to one that says so, and what was typed with it.
  const onSubmit = (press: FormEvent) => {
    if (!navigator.onLine) press.preventDefault()
    setOffline(!navigator.onLine)
  }
  const form = {
    method: 'post',
    action,
    preventScrollReset: true,
    replace: true,
    onSubmit,
  } as const
  return (
    <section
      {...place}
      id="vouchers"
      className="card stack gap-3 p-4"
      aria-labelledby="vouchers-title"
    >
      <div className="flex items-baseline justify-between gap-3">
        <h2 id="vouchers-title">{texts.codes}</h2>
        <Link to="/vouchers" className="text-link tap-link -my-2 flex-none">
          {site.myVouchers}
        </Link>
      </div>
      {told.length === 0 ? null : (
        <ul className="divide-y divide-line">
          {told.map((one) => (
            <li key={one.code}>
              <Form {...form} className="flex items-center gap-3">
                <input type="hidden" name="code" value={one.code} />
                <Ticket size={20} strokeWidth={1.9} aria-hidden="true" className="text-accent" />
                <p className="min-w-0 flex-1 py-2">
                  <span className="block text-sm [overflow-wrap:anywhere]">{one.title}</span>
                  <span
                    role="status"
                    className={`block text-xs ${one.off === undefined ? 'text-warning' : 'text-muted'}`}
                  >
                    {one.text}
                  </span>
                </p>
                <button
                  type="submit"
                  name="intent"
                  value="remove"
                  aria-label={texts.removeNamed(one.title)}
                  className="-mr-3 grid size-11 flex-none place-items-center rounded-sm text-muted hover:bg-sunken"
                >
                  <X size={18} strokeWidth={1.9} aria-hidden="true" />
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      {suggested.codes.length === 0 ? null : (
        <Form
          {...form}
          className="flex items-center justify-between gap-3 rounded-sm bg-accent-soft p-3"
        >
          {suggested.codes.map((code) => (
            <input key={code} type="hidden" name="code" value={code} />
          ))}
          <p className="text-sm">{suggested.text}</p>
          <Button type="submit" kind="line" size="sm" className="flex-none">
            {texts.useBest}
          </Button>
        </Form>
      )}
      {offline ? (
        <Note kind="bad" role="alert">
          {cart.offline}
        </Note>
      ) : null}
      <Form {...form} className="flex items-end gap-2">
        <label className="min-w-0 flex-1">
          <span className="mb-1 block font-display font-semibold text-sm">{texts.code}</span>
          <input
            ref={typed}
            name="code"
            required
            maxLength={40}
            autoCapitalize="characters"
            autoComplete="off"
            className="control uppercase"
          />
        </label>
        <Button type="submit" kind="line">
          {texts.use}
        </Button>
      </Form>
    </section>
  )
}
