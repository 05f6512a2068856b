import { ExternalLink, Package, PackageCheck } from 'lucide-react'
import { formatShort } from '../format/date.ts'
import { progress as progressTexts } from '../messages/progress.ts'
import type { Order, Parcel } from '../shapes.ts'
import { useLocale, useTexts } from './use-locale.ts'

/** What a shop has handed to carriers, each with its number and where it can be followed. */
export function Parcels({ order }: { order: Order }) {
  const texts = useTexts(progressTexts)
  const { parcels = [] } = order
  if (parcels.length === 0) return null
  return (
    <section aria-label={`${texts.parcels} ${order.number}`} className="grid gap-3">
      {parcels.map((parcel, index) => (
        <ParcelRow
          key={parcel.id}
          parcel={parcel}
          name={parcels.length === 1 ? texts.theParcel : texts.parcel(index + 1)}
          inside={isAllOf(parcel, order) ? [] : insideOf(parcel, order)}
        />
      ))}
      {order.status === 'processed' ? (
        <p className="text-muted text-xs">{texts.restComing}</p>
      ) : null}
    </section>
  )
}

type ParcelRowProps = { parcel: Parcel; name: string; inside: string[] }

function ParcelRow({ parcel, name, inside }: ParcelRowProps) {
  const texts = useTexts(progressTexts)
  const locale = useLocale()
  const { carrier, trackingNumber, trackingUrl, sentAt, deliveredAt } = parcel
  const Icon = deliveredAt === undefined ? Package : PackageCheck
  return (
    <div className="flex gap-3 rounded-sm bg-sunken p-3">
      <Icon size={24} strokeWidth={1.9} aria-hidden="true" className="mt-0.5 flex-none" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap justify-between gap-x-3">
          <span className="font-display font-semibold">
            {name} · {texts.carriers[carrier]}
          </span>
          <span className="text-muted text-xs">
            {deliveredAt === undefined
              ? texts.sentOn(formatShort(sentAt, locale))
              : texts.arrivedOn(formatShort(deliveredAt, locale))}
          </span>
        </p>
        <p className="flex flex-wrap items-center justify-between gap-x-3">
          <span className="min-w-0 break-all tabular-nums">
            <span className="sr-only">{texts.trackingNumber} </span>
            {trackingNumber}
          </span>
          {trackingUrl === null ? null : (
            <a
              href={trackingUrl}
              target="_blank"
              rel="noreferrer"
              className="inline-flex min-h-11 items-center gap-1.5 text-link"
            >
              {texts.track}
              <ExternalLink size={16} aria-hidden="true" />
              <span className="sr-only">{texts.opensElsewhere}</span>
            </a>
          )}
        </p>
        {inside.length === 0 ? null : (
          <p className="text-muted text-xs">
            {texts.inside}: {inside.join(', ')}
          </p>
        )}
      </div>
    </div>
  )
}

const isAllOf = ({ lines }: Parcel, order: Order): boolean =>
  order.lines.every(({ id, quantity }) =>
    lines.some((sent) => sent.lineId === id && sent.quantity === quantity),
  )

function insideOf({ lines }: Parcel, order: Order): string[] {
  return lines.flatMap(({ lineId, quantity }) => {
    const line = order.lines.find(({ id }) => id === lineId)
    return line === undefined ? [] : [`${line.title} ×${quantity}`]
  })
}
