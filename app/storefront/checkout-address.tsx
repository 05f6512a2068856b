import { useSubmit } from '@remix-run/react'
import { AddressText } from '../components/address-card.tsx'
import { AddressFields } from '../components/address-fields.tsx'
import { isEmail } from '../components/address-rules.ts'
import { Badge } from '../components/badge.tsx'
import { CheckedField } from '../components/checked-field.tsx'
import { Checkbox } from '../components/choice.tsx'
import { Fold } from '../components/fold.tsx'
import { Link } from '../components/link.tsx'
import { StepCard } from '../components/step-card.tsx'
import { usePath, useTexts } from '../components/use-locale.ts'
import { checkout as checkoutTexts } from '../messages/checkout.ts'
import { errors as errorsTexts } from '../messages/errors.ts'
import { messageFor } from '../messages/fields.ts'
import type { Address } from '../shapes.ts'

type AddressSectionProps = {
  guest: boolean
  addresses: Address[]
  addressId: string | null
  typed: Record<string, string>
  wrong: string[]
  /** Why the last try was refused. */
  code: string
  done: boolean
  onFilled: () => void
}

export function AddressSection(props: AddressSectionProps) {
  const checkout = useTexts(checkoutTexts)
  const errors = useTexts(errorsTexts)
  const path = usePath()
  const { guest, addresses, typed, wrong, code, done, onFilled } = props
  const error = (field: string) =>
    wrong.includes(field) ? messageFor(field, code, { checkout, errors }) : undefined
  return (
    <StepCard id="step-address" number={1} title={checkout.address} done={done}>
      {guest ? (
        <div className="mb-4 grid gap-3">
          <p>
            {checkout.guestHint}{' '}
            <Link
              to={`/sign-in?next=${path('/checkout')}`}
              className="text-link underline"
              reloadDocument
            >
              {checkout.guestSignIn}
            </Link>
          </p>
          <CheckedField
            id="email"
            check={(email) => (isEmail(email) ? undefined : checkout.errors.email)}
            name="email"
            type="email"
            label={checkout.email}
            help={checkout.emailHelp}
            error={error('email')}
            defaultValue={typed.email}
            autoComplete="email"
            inputMode="email"
            required
          />
        </div>
      ) : null}
      {addresses.length === 0 ? (
        <>
          <AddressFields typed={typed} error={error} onFilled={onFilled} />
          {guest ? null : (
            <SaveBox checked={typed.saveAddress === '1' || typed.recipient === undefined} />
          )}
        </>
      ) : (
        <SavedAddresses {...props} error={error} />
      )}
    </StepCard>
  )
}

type SavedProps = AddressSectionProps & { error: (field: string) => string | undefined }

function SavedAddresses({ addresses, addressId, typed, error, onFilled }: SavedProps) {
  const checkout = useTexts(checkoutTexts)
  const submit = useSubmit()
  const folds = addresses.length > 2
  const path = usePath()
  // Delivery may cost otherwise elsewhere, so the choice asks for its options; typed text stays.
  const ask = (address: string) =>
    submit(
      { address },
      { method: 'get', action: path('/checkout'), replace: true, preventScrollReset: true },
    )
  return (
    <fieldset className={`group grid gap-2 ${folds ? 'folded' : ''}`}>
      <legend className="sr-only">{checkout.savedAddresses}</legend>
      {addresses.map((address) => (
        <label key={address.id} className="choice">
          <input
            type="radio"
            name="addressId"
            value={address.id}
            defaultChecked={address.id === addressId}
            onChange={() => ask(address.id)}
          />
          <span>
            <AddressText
              address={address}
              badge={address.isDefault ? <Badge>{checkout.defaultAddress}</Badge> : undefined}
            />
          </span>
        </label>
      ))}
      <label className="choice items-center">
        <input
          type="radio"
          name="addressId"
          value="new"
          defaultChecked={addressId === 'new'}
          id="new-address"
        />
        <span className="font-display font-semibold">{checkout.newAddress}</span>
      </label>
      {folds ? <Fold>{checkout.otherAddresses(addresses.length - 1)}</Fold> : null}
      <div className="hidden gap-1 pt-2 group-has-[#new-address:checked]:grid">
        <AddressFields typed={typed} error={error} onFilled={onFilled} />
        <SaveBox checked={typed.saveAddress === '1' || typed.recipient === undefined} />
      </div>
    </fieldset>
  )
}

function SaveBox({ checked }: { checked: boolean }) {
  const checkout = useTexts(checkoutTexts)
  return (
    <div className="mt-2">
      <Checkbox name="saveAddress" value="1" defaultChecked={checked}>
        {checkout.saveAddress}
      </Checkbox>
    </div>
  )
}
