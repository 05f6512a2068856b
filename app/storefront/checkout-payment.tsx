import { Banknote, CreditCard, QrCode } from 'lucide-react'
import { useEffect, useState } from 'react'
import { RadioCard } from '../components/choice.tsx'
import { Note } from '../components/note.tsx'
import { StepCard } from '../components/step-card.tsx'
import { useTexts } from '../components/use-locale.ts'
import { checkout as checkoutTexts } from '../messages/checkout.ts'

const METHODS = [
  { value: 'stripe:promptpay', icon: QrCode },
  { value: 'stripe:card', icon: CreditCard },
  { value: 'cod:cash', icon: Banknote },
] as const

export const DEFAULT_METHOD = METHODS[0].value

type PaymentSectionProps = {
  typed: Record<string, string>
  wrong: string[]
  /** What the form says now; undefined before anything was touched. */
  chosen: string | undefined
  /** Why cash is not taken, in a sentence; null when it is. */
  noCash: string | null
}

/** What cannot be chosen stays in sight with its reason. */
export function PaymentSection({ typed, wrong, chosen, noCash }: PaymentSectionProps) {
  const checkout = useTexts(checkoutTexts)
  const first = typed.payment ?? DEFAULT_METHOD
  // Chosen before the address closed it: nobody is moved to another way to pay without a word.
  const tooLate = noCash !== null && (chosen ?? first) === 'cod:cash'
  // Without scripts nothing would open it again when another address is chosen.
  const [alive, setAlive] = useState(false)
  useEffect(() => setAlive(true), [])
  return (
    <StepCard id="step-payment" number={3} title={checkout.payment}>
      {wrong.includes('payment') ? (
        <p className="mb-2 text-danger text-xs">{checkout.errors.payment}</p>
      ) : null}
      <fieldset id="payment" className="grid gap-2 sm:grid-cols-2">
        <legend className="sr-only">{checkout.payment}</legend>
        {METHODS.map(({ value, icon }) => {
          const [title, text] = checkout.methods[value] ?? []
          const closed = noCash !== null && value === 'cod:cash'
          return (
            <RadioCard
              key={value}
              name="payment"
              value={value}
              defaultChecked={value === first}
              disabled={closed && !tooLate && alive}
              title={title}
              text={closed ? noCash : text}
              icon={icon}
            />
          )
        })}
      </fieldset>
      <div role="status" className={tooLate ? 'mt-2' : undefined}>
        {tooLate ? <Note kind="warn">{checkout.codChosen(noCash)}</Note> : null}
      </div>
    </StepCard>
  )
}
