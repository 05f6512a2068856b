import { Truck } from 'lucide-react'
import { RadioCard } from '../components/choice.tsx'
import { Fold } from '../components/fold.tsx'
import { Thumb } from '../components/picture.tsx'
import { Swatch, stallOf } from '../components/stall.tsx'
import { StepCard } from '../components/step-card.tsx'
import { useLocale, useTexts } from '../components/use-locale.ts'
import { formatArrival } from '../format/date.ts'
import { fullMoney } from '../format/money.ts'
import { checkout as checkoutTexts } from '../messages/checkout.ts'
import type { Cart, ShippingOptions } from '../shapes.ts'
import { chosenOption, optionsOf } from './shipping-choice.ts'

type ShippingSectionProps = {
  cart: Cart
  shipping: ShippingOptions
  typed: Record<string, string>
  wrong: string[]
  /** The form as it stands, by field. */
  chosen: Record<string, string>
  now: number
}

export function ShippingSection(props: ShippingSectionProps) {
  const { cart, shipping, typed, wrong, chosen: form, now } = props
  const checkout = useTexts(checkoutTexts)
  // The cheapest is chosen to begin with, so all that can be missing is a way at all.
  const done = cart.groups.every(
    ({ shop }) =>
      chosenOption(optionsOf(shipping, shop.id), form[`shipping.${shop.id}`]) !== undefined,
  )
  return (
    <StepCard id="step-shipping" number={2} title={checkout.shipping} done={done}>
      <div className="stack gap-4">
        {cart.groups.map(({ shop, lines }) => {
          const field = `shipping.${shop.id}`
          const options = optionsOf(shipping, shop.id)
          const chosen = chosenOption(options, typed[field])
          return (
            <fieldset key={shop.id} id={field} className="folded border-line border-t pt-3">
              <legend className="sr-only">{shop.name}</legend>
              <input type="hidden" name="shop" value={shop.id} />
              {options.map(({ id, priceSatang }) => (
                <input key={id} type="hidden" name={`cost.${id}`} value={priceSatang} />
              ))}
              <div className="mb-2 flex items-center gap-2">
                <Swatch stall={stallOf(shop.id)} />
                <p className="min-w-0 flex-1 font-display font-semibold">{shop.name}</p>
                {lines.slice(0, 3).map((line) => (
                  <Thumb key={line.id} src={line.imageUrl} size="s" />
                ))}
              </div>
              {wrong.includes(field) ? (
                <p className="mb-2 text-danger text-xs">{checkout.errors.shipping}</p>
              ) : null}
              <Options field={field} options={options} chosenId={chosen?.id} now={now} />
              {options.length > 1 ? <Fold>{checkout.otherWays(options.length - 1)}</Fold> : null}
            </fieldset>
          )
        })}
      </div>
    </StepCard>
  )
}

type OptionsProps = {
  field: string
  options: ShippingOptions['groups'][number]['options']
  chosenId: string | undefined
  now: number
}

/** A choice of one is a plain row, not a radio. */
function Options({ field, options, chosenId, now }: OptionsProps) {
  const checkout = useTexts(checkoutTexts)
  const locale = useLocale()
  const etaOf = ({ minDays, maxDays }: (typeof options)[number]) =>
    checkout.arrives(formatArrival(now, minDays, maxDays, locale))
  const priceOf = ({ priceSatang }: { priceSatang: number }) =>
    priceSatang === 0 ? checkout.free : fullMoney(priceSatang)
  const only = options.length === 1 ? options[0] : undefined
  if (options.length === 0) return <p className="text-danger">{checkout.noShipping}</p>
  if (only !== undefined) {
    return (
      <div className="flex items-start gap-3 py-1">
        <input type="hidden" name={field} value={only.id} />
        <Truck size={20} strokeWidth={1.9} aria-hidden="true" className="mt-0.5 text-accent" />
        <p className="min-w-0 flex-1">
          <span className="block font-display font-semibold">{only.name}</span>
          <span className="block text-muted text-xs">{etaOf(only)}</span>
        </p>
        <p className="flex-none font-display tabular-nums">{priceOf(only)}</p>
      </div>
    )
  }
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      {options.map((option) => (
        <RadioCard
          key={option.id}
          name={field}
          value={option.id}
          defaultChecked={option.id === chosenId}
          title={option.name}
          text={etaOf(option)}
          aside={priceOf(option)}
        />
      ))}
    </div>
  )
}
