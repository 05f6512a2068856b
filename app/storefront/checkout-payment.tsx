import { Banknote, CreditCard, QrCode } from 'lucide-react'
import { RadioCard } from '../components/choice.tsx'
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
  /** Shops of the basket that take no cash at the door. */
  cashless: string[]
}

/** What cannot be chosen stays in sight with its reason. */
export function PaymentSection({ typed, wrong, cashless }: PaymentSectionProps) {
  const checkout = useTexts(checkoutTexts)
  const noCash = cashless.length > 0
  const wanted = typed.payment ?? DEFAULT_METHOD
  const chosen = noCash && wanted === 'cod:cash' ? DEFAULT_METHOD : wanted
  return (
    <StepCard id="step-payment" number={3} title={checkout.payment}>
      {wrong.includes('payment') ? (
        <p className="mb-2 text-danger text-xs">{checkout.errors.payment}</p>
      ) : null}
      <fieldset id="payment" className="grid gap-2 sm:grid-cols-2">
        <legend className="sr-only">{checkout.payment}</legend>
        {METHODS.map(({ value, icon }) => {
          const [title, text] = checkout.methods[value] ?? []
          const closed = noCash && value === 'cod:cash'
          return (
            <RadioCard
              key={value}
              name="payment"
              value={value}
              defaultChecked={value === chosen}
              disabled={closed}
              title={title}
              text={closed ? checkout.codRefused(cashless.join(', '), cashless.length) : text}
              icon={icon}
            />
          )
        })}
      </fieldset>
    </StepCard>
  )
}
