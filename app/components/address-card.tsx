import { Fragment, type ReactNode } from 'react'
import { formatPhone, formatPlace, formatStreet } from '../format/address.ts'
import type { AddressFields } from '../shapes.ts'
import { useLocale } from './use-locale.ts'

type AddressTextProps = { address: AddressFields; badge?: ReactNode }

/** For whoever reads aloud: what is written in Thai letters is Thai on any page. */
const spoken = (text: string) => (/\p{Script=Thai}/u.test(text) ? 'th' : undefined)

/** Who, how to reach them, where: the street as it was typed, the place in the page's language. */
export function AddressText({ address, badge }: AddressTextProps) {
  const locale = useLocale()
  const street = formatStreet(address)
  const place = Object.entries(formatPlace(address, locale))
  return (
    <>
      <span className="mb-0.5 flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="wrap-anywhere min-w-0 font-display font-semibold">
          {address.recipient}
        </span>
        <span className="whitespace-nowrap text-muted">{formatPhone(address.phone)}</span>
        {badge}
      </span>
      <span className="wrap-anywhere block">
        <span lang={spoken(street)}>{street}</span>
        {locale === 'en' ? ', ' : ' '}
        <span lang={spoken(place.join())}>
          {place.map(([level, name]) => (
            <Fragment key={level}>
              <span className="inline-block">{name}</span>{' '}
            </Fragment>
          ))}
        </span>
      </span>
    </>
  )
}

type AddressCardProps = { title: string; address: AddressFields; children?: ReactNode }

export function AddressCard({ title, address, children }: AddressCardProps) {
  return (
    <section className="card p-4">
      <h2 className="mb-2">{title}</h2>
      <p>
        <AddressText address={address} />
      </p>
      {children}
    </section>
  )
}
