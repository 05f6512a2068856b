import { Form, useNavigation } from '@remix-run/react'
import { CreditCard, QrCode } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../components/button.tsx'
import { useTexts } from '../components/use-locale.ts'
import { pay as payTexts } from '../messages/pay.ts'

type PayAgainProps = {
  submitKey: string
  /** The way that is open now; the others are offered. */
  current: string
  /** True when nothing is open: then paying again is what moves the order forward. */
  forward: boolean
}

export function PayAgain({ submitKey, current, forward }: PayAgainProps) {
  const pay = useTexts(payTexts)
  // The page looks again every so often; the key must stay with this intent.
  const [key] = useState(submitKey)
  const busy = useNavigation().formMethod === 'POST'
  const ways = [
    { value: 'stripe:promptpay', text: pay.withPromptpay, icon: QrCode },
    { value: 'stripe:card', text: pay.withCard, icon: CreditCard },
  ].filter((way) => way.value !== current)
  return (
    <section className="card p-4 lg:p-6" aria-labelledby="other-way">
      <h2 id="other-way" className="text-base!">
        {forward ? pay.againTitle : pay.otherWayTitle}
      </h2>
      <p className="mb-3 text-muted text-xs">{forward ? pay.againText : pay.otherWayText}</p>
      <div className="grid gap-2 sm:flex sm:flex-wrap *:[&>.button]:w-full">
        {ways.map(({ value, text, icon }, index) => (
          <Form key={value} method="post" onSubmit={(event) => busy && event.preventDefault()}>
            <input type="hidden" name="key" value={`${key}-${value.replace(':', '-')}`} />
            <Button
              type="submit"
              name="payment"
              value={value}
              icon={icon}
              kind={forward && index === 0 ? 'forward' : 'line'}
              busy={busy && pay.opening}
            >
              {text}
            </Button>
          </Form>
        ))}
      </div>
    </section>
  )
}
