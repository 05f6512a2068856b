import { TextField } from './field.tsx'
import { PlaceFields } from './place-fields.tsx'
import { useMessages } from './use-locale.ts'

type AddressFieldsProps = {
  typed: Record<string, string>
  error: (field: string) => string | undefined
}

export function AddressFields({ typed, error }: AddressFieldsProps) {
  const { checkout } = useMessages()
  const text = (name: string) => ({ id: name, name, error: error(name), defaultValue: typed[name] })
  return (
    <div className="stack gap-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          {...text('recipient')}
          label={checkout.recipient}
          autoComplete="name"
          maxLength={100}
          required
        />
        <TextField
          {...text('phone')}
          label={checkout.recipientPhone}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          required
        />
      </div>
      <TextField
        {...text('line1')}
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
      <PlaceFields typed={typed} error={error} />
    </div>
  )
}
