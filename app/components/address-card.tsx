import type { ReactNode } from 'react'
import { formatAddress, formatPhone } from '../format/address.ts'
import type { AddressFields } from '../shapes.ts'
import { useLocale } from './use-locale.ts'

type AddressTextProps = { address: AddressFields; badge?: ReactNode }

/** Who, how to reach them, where; places are kept in Thai and say so to whoever reads them aloud. */
export function AddressText({ address, badge }: AddressTextProps) {
  const locale = useLocale()
  return (
    <>
      <span className="flex flex-wrap items-center gap-x-2">
        <span className="wrap-anywhere min-w-0 font-display font-semibold">
          {address.recipient}
        </span>
        <span className="whitespace-nowrap text-muted">{formatPhone(address.phone)}</span>
        {badge}
      </span>
      <span className="wrap-anywhere block" lang="th">
        {formatAddress(address, locale)}
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
