import { Form, useNavigation, useSubmit } from '@remix-run/react'
import { Pencil, Trash2 } from 'lucide-react'
import type { FormEvent, ReactNode } from 'react'
import { AddressText } from '../components/address-card.tsx'
import { Badge } from '../components/badge.tsx'
import { Button, LinkButton } from '../components/button.tsx'
import { usePath, useTexts } from '../components/use-locale.ts'
import { addresses as addressesTexts } from '../messages/addresses.ts'
import { checkout as checkoutTexts } from '../messages/checkout.ts'
import type { Address } from '../shapes.ts'

type AddressRowProps = {
  address: Address
  /** Without scripts removing asks first, on a page of its own; with them it can be undone. */
  asked: boolean
}

/** An address of the account's, with what can be done to it. */
export function AddressRow({ address, asked }: AddressRowProps) {
  const addresses = useTexts(addressesTexts)
  const checkout = useTexts(checkoutTexts)
  const path = usePath()
  const submit = useSubmit()
  const busy = useNavigation().formMethod === 'POST'
  const whose = <span className="sr-only"> {addresses.of(address.recipient)}</span>
  function removeAtOnce(press: FormEvent) {
    press.preventDefault()
    if (busy) return
    const act = { act: 'remove', id: address.id }
    submit(act, { method: 'post', action: path('/addresses'), preventScrollReset: true })
  }
  return (
    <li
      tabIndex={-1}
      className="card stack content-between gap-3 p-4 focus-visible:outline-3 focus-visible:outline-focus"
    >
      <p className="break-words">
        <AddressText
          address={address}
          badge={address.isDefault ? <Badge kind="leaf">{checkout.defaultAddress}</Badge> : null}
        />
      </p>
      {asked ? (
        <Act act="remove" id={address.id}>
          <p className="w-full font-display font-semibold">{addresses.askRemove}</p>
          <Button type="submit" kind="bad">
            {addresses.confirmRemove}
            {whose}
          </Button>
          <LinkButton to="/addresses" kind="quiet">
            {addresses.keep}
          </LinkButton>
        </Act>
      ) : (
        <div className="flex flex-wrap gap-2">
          <LinkButton to={`/addresses/${address.id}`} kind="quiet" icon={Pencil}>
            {addresses.edit}
            {whose}
          </LinkButton>
          <Form method="get" action={path('/addresses')} onSubmit={removeAtOnce}>
            <input type="hidden" name="remove" value={address.id} />
            <Button type="submit" kind="quiet" icon={Trash2}>
              {addresses.remove}
              {whose}
            </Button>
          </Form>
          {address.isDefault ? null : (
            <Act act="default" id={address.id}>
              <Button type="submit" kind="ghost" aria-disabled={busy}>
                {addresses.makeDefault}
                {whose}
              </Button>
            </Act>
          )}
        </div>
      )}
    </li>
  )
}

function Act({ act, id, children }: { act: string; id: string; children: ReactNode }) {
  const path = usePath()
  return (
    <Form
      method="post"
      action={path('/addresses')}
      preventScrollReset
      className="flex flex-wrap gap-2"
    >
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="id" value={id} />
      {children}
    </Form>
  )
}
