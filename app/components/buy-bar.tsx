import type { ReactNode } from 'react'
import { Price } from './price.tsx'

type BuyBarProps = { label: string; satang: number; children: ReactNode }

/** The forward action: at the foot of a phone with its total, in the summary beside it on a desk. */
export function BuyBar({ label, satang, children }: BuyBarProps) {
  return (
    <div className="buy-bar fixed inset-x-0 bottom-0 z-(--z-bar) flex items-center justify-between gap-3 bg-surface px-(--spacing-gutter) py-2 shadow-bar lg:static lg:bg-transparent lg:p-0 lg:shadow-none lg:[&>.button]:w-full">
      <p className="leading-tight lg:hidden" aria-hidden="true">
        <span className="block text-muted text-xs">{label}</span>
        <Price satang={satang} full />
      </p>
      {children}
    </div>
  )
}
