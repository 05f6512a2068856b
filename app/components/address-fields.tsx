import { checkout as checkoutTexts } from '../messages/checkout.ts'
import { isMobile } from './address-rules.ts'
import { CheckedField } from './checked-field.tsx'
import { TextField } from './field.tsx'
import { PlaceFields } from './place-fields.tsx'
import { useTexts } from './use-locale.ts'

type AddressFieldsProps = {
  typed: Record<string, string>
  error: (field: string) => string | undefined
  /** Told when fields were filled in by a pick, which sends no event of its own. */
  onFilled?: (() => void) | undefined
}

/** Who, how to reach them, where: the same wherever an address is written. */
export function AddressFields({ typed, error, onFilled }: AddressFieldsProps) {
  const checkout = useTexts(checkoutTexts)
  const text = (name: string) => ({ id: name, name, error: error(name), defaultValue: typed[name] })
  // What was missing is right as soon as something stands there.
  const filled = (name: string) => ({
    ...text(name),
    check: (value: string) => (value === '' ? error(name) : undefined),
  })
  return (
    <div className="stack gap-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <CheckedField
          {...filled('recipient')}
          label={checkout.recipient}
          autoComplete="name"
          maxLength={100}
          required
        />
        <CheckedField
          {...text('phone')}
          check={(phone) => (isMobile(phone) ? undefined : checkout.errors.phone)}
          label={checkout.recipientPhone}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          required
        />
      </div>
      <PlaceFields typed={typed} error={error} onFilled={onFilled} />
      <CheckedField
        {...filled('line1')}
        label={checkout.line1}
        autoComplete="address-line1"
        maxLength={200}
        required
      />
      <TextField
        {...text('line2')}
        label={checkout.line2}
        autoComplete="address-line2"
        maxLength={200}
      />
    </div>
  )
}
