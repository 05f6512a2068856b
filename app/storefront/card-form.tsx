import { useRevalidator } from '@remix-run/react'
import { ShieldCheck } from 'lucide-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../components/button.tsx'
import { Note } from '../components/note.tsx'
import { Price } from '../components/price.tsx'
import { Skeleton } from '../components/skeleton.tsx'
import { useLocale, useTexts } from '../components/use-locale.ts'
import { fullMoney } from '../format/money.ts'
import { pay as payTexts } from '../messages/pay.ts'
import type { NextAction } from '../shapes.ts'
import {
  type Appearance,
  loadProvider,
  type Provider,
  type ProviderElements,
} from './provider-script.ts'

type CardFormProps = {
  action: Extract<NextAction, { type: 'card_form' }>
  clientSecret: string
  totalSatang: number
  /** The last card of this attempt was declined. */
  declined: boolean
}
type Opened = { provider: Provider; elements: ProviderElements }
type Step = 'opening' | 'ready' | 'unavailable' | 'paying' | 'checking'

const COLOURS = {
  colorPrimary: '--color-accent',
  colorBackground: '--color-surface',
  colorText: '--color-ink',
  colorTextSecondary: '--color-muted',
  colorTextPlaceholder: '--color-muted',
  colorDanger: '--color-danger',
}

/** What the page looks like now, as the provider wants it told. */
function appearance(): Appearance {
  const style = getComputedStyle(document.documentElement)
  const variables = Object.entries(COLOURS).map(([name, token]) => [
    name,
    style.getPropertyValue(token).trim(),
  ])
  return {
    theme: style.colorScheme === 'dark' ? 'night' : 'stripe',
    variables: { ...Object.fromEntries(variables), borderRadius: '8px' },
  }
}

/** Card fields in the provider's own frame: a number never touches this page. */
export function CardForm({ action, clientSecret, totalSatang, declined }: CardFormProps) {
  const pay = useTexts(payTexts)
  const locale = useLocale()
  const { revalidate } = useRevalidator()
  const place = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<Opened>()
  const [step, setStep] = useState<Step>('opening')
  const [refusal, setRefusal] = useState(declined ? pay.declined : null)
  const { scriptUrl, publishableKey } = action

  useEffect(() => {
    let left = false
    let field: { destroy?(): void } | undefined
    loadProvider(scriptUrl, publishableKey)
      .then((provider) => {
        if (left || place.current === null) return
        const elements = provider.elements({ clientSecret, locale, appearance: appearance() })
        const created = elements.create('payment')
        created.mount(place.current)
        field = created
        setOpened({ provider, elements })
        setStep('ready')
      })
      .catch(() => {
        if (!left) setStep('unavailable')
      })
    return () => {
      left = true
      field?.destroy?.()
    }
  }, [scriptUrl, publishableKey, clientSecret, locale])

  // A phone may turn dark while somebody types.
  useEffect(() => {
    const scheme = matchMedia('(prefers-color-scheme: dark)')
    const repaint = () => opened?.elements.update({ appearance: appearance() })
    scheme.addEventListener('change', repaint)
    return () => scheme.removeEventListener('change', repaint)
  }, [opened])

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (opened === undefined || step !== 'ready') return
    setStep('paying')
    setRefusal(null)
    try {
      const { error } = await opened.provider.confirmPayment({
        elements: opened.elements,
        confirmParams: { return_url: location.href },
        redirect: 'if_required',
      })
      if (error === undefined) {
        // The order is paid when the API says so; this only knows that the card was taken.
        setStep('checking')
        revalidate()
        return
      }
      setRefusal(error.message ?? pay.declined)
    } catch {
      setRefusal(pay.cardFailed)
    }
    setStep('ready')
  }

  return (
    <form onSubmit={(event) => void submit(event)} className="stack gap-4">
      <p className="text-center">
        <Price satang={totalSatang} size="x" full />
      </p>
      {refusal === null ? null : (
        <Note kind="bad" role="alert">
          {refusal}
        </Note>
      )}
      {step === 'unavailable' ? <Note kind="bad">{pay.cardFailed}</Note> : null}
      {step === 'checking' ? <Note role="status">{pay.processing}</Note> : null}
      <fieldset className={step === 'checking' ? 'hidden' : ''}>
        <legend className="mb-1 font-display font-semibold">{pay.cardFields}</legend>
        {step === 'opening' ? (
          <div aria-busy="true">
            <span className="sr-only">{pay.cardLoading}</span>
            <Skeleton className="h-24" />
          </div>
        ) : null}
        <div ref={place} />
      </fieldset>
      <noscript>
        <p className="note warn">{pay.cardNeedsScript}</p>
      </noscript>
      {step === 'checking' ? null : (
        <Button
          type="submit"
          kind="forward"
          size="lg"
          aria-disabled={step !== 'ready'}
          busy={step === 'paying' && pay.paying}
        >
          {pay.payAmount(fullMoney(totalSatang))}
        </Button>
      )}
      <p className="flex justify-center gap-2 text-muted text-xs">
        <ShieldCheck size={16} aria-hidden="true" className="mt-0.5 flex-none" />
        {pay.cardSafe}
      </p>
    </form>
  )
}
