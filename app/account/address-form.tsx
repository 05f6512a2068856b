import { Form, useNavigation } from '@remix-run/react'
import { AddressFields } from '../components/address-fields.tsx'
import { Breadcrumb } from '../components/breadcrumb.tsx'
import { Button, LinkButton } from '../components/button.tsx'
import { Checkbox } from '../components/choice.tsx'
import { Note } from '../components/note.tsx'
import { useFirstWrong } from '../components/use-first-wrong.ts'
import { useTexts } from '../components/use-locale.ts'
import { addresses as addressesTexts } from '../messages/addresses.ts'
import { checkout as checkoutTexts } from '../messages/checkout.ts'
import { errors as errorsTexts, sentence } from '../messages/errors.ts'
import { messageFor } from '../messages/fields.ts'
import type { Messages } from '../messages/index.ts'
import { site as siteTexts } from '../messages/site.ts'
import type { Address } from '../shapes.ts'

/** What a refused try leaves to be shown again. */
export type RefusedAddress = { typed: Record<string, string>; wrong: string[]; problem: string }

type AddressFormProps = {
  title: string
  /** The address that is changed; none for a new one. */
  address?: Address
  /** Makes one address of a new one that is sent twice. */
  submitKey?: string
  /** Whether it may be asked to be the default: not of the one that is, nor of the first. */
  mayBeDefault: boolean
  /** How many there may be, for when there are as many. */
  max: number
  refused: RefusedAddress | undefined
}

/** The page of one address: the fields of the checkout, and whether parcels go there by default. */
export function AddressForm(props: AddressFormProps) {
  const { title, address, submitKey, mayBeDefault, max, refused } = props
  const addresses = useTexts(addressesTexts)
  const checkout = useTexts(checkoutTexts)
  const errors = useTexts(errorsTexts)
  const site = useTexts(siteTexts)
  const busy = useNavigation().formMethod === 'POST'
  const form = useFirstWrong(refused)
  const typed = refused?.typed ?? typedOf(address)
  const error = (field: string) =>
    refused?.wrong.includes(field) === true
      ? messageFor(field, refused.problem, { checkout, errors })
      : undefined
  return (
    <div className="page">
      <Breadcrumb trail={[{ to: '/addresses', name: addresses.title }]} here={title} />
      <div className="card mx-auto max-w-form p-4 lg:p-6">
        <h1 className="mb-4">{title}</h1>
        <Form ref={form} method="post" noValidate className="stack gap-4">
          {refused === undefined ? null : (
            <Note kind="bad" role="alert">
              {refusal(refused, { addresses, errors, max })}
            </Note>
          )}
          {submitKey === undefined ? null : (
            <input type="hidden" name="key" value={refused?.typed.key ?? submitKey} />
          )}
          <AddressFields typed={typed} error={error} />
          {mayBeDefault ? (
            <Checkbox name="isDefault" value="1" defaultChecked={typed.isDefault === '1'}>
              {addresses.isDefault}
            </Checkbox>
          ) : null}
          <div className="flex flex-wrap gap-2">
            <Button
              type="submit"
              kind="forward"
              size="lg"
              busy={busy && addresses.saving}
              className="flex-1"
            >
              {addresses.save}
            </Button>
            <LinkButton to="/addresses" kind="quiet" size="lg">
              {site.back}
            </LinkButton>
          </div>
        </Form>
      </div>
    </div>
  )
}

/** An address as it would have been typed. */
function typedOf(address: Address | undefined): Record<string, string> {
  if (address === undefined) return {}
  const { id: _, isDefault: __, english: ___, line2 = '', ...fields } = address
  return { ...fields, line2, phone: fields.phone.replace(/^\+66/, '0') }
}

type Texts = Pick<Messages, 'addresses' | 'errors'> & { max: number }

function refusal({ wrong, problem }: RefusedAddress, { addresses, errors, max }: Texts): string {
  if (problem === 'limit_reached') return addresses.full(max)
  if (problem === 'not_found') return addresses.gone
  // What is wrong with a field is said beside it.
  return sentence(errors, wrong.length > 0 ? 'validation_failed' : problem)
}
