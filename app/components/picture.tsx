import { Package } from 'lucide-react'
import { hashOf } from './stall.tsx'

type PictureProps = {
  src: string | null | undefined
  /** Empty where the title stands right beside it. */
  alt: string
  eager?: boolean
  className?: string
}

const TINTS = [
  'bg-tint-rice',
  'bg-tint-leaf',
  'bg-tint-marigold',
  'bg-tint-chili',
  'bg-tint-indigo',
  'bg-tint-clay',
  'bg-tint-lagoon',
  'bg-tint-rose',
]
/** The wall a picture waits on: the same for one picture wherever it is shown. */
export const tintOf = (src: string | null | undefined): string =>
  TINTS[src ? hashOf(src) % TINTS.length : 0] ?? 'bg-tint-rice'

/** A square product picture; its place is kept, on a tint, before it comes. */
export function Picture({ src, alt, eager = false, className = '' }: PictureProps) {
  const shape = `picture block aspect-square w-full object-cover ${tintOf(src)} ${className}`
  if (src === null || src === undefined) {
    return (
      <span className={`${shape} grid place-items-center text-muted`}>
        <Package size={24} aria-hidden="true" />
      </span>
    )
  }
  return (
    <img
      src={src}
      alt={alt}
      width={400}
      height={400}
      className={shape}
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
    />
  )
}

/** The small square of a line in baskets and orders. */
export function Thumb({
  src,
  size = 'm',
}: {
  src: string | null | undefined
  size?: 's' | 'm' | 'l'
}) {
  const width = { s: 'w-12', m: 'w-16', l: 'w-[84px]' }[size]
  return (
    <span className={`${width} flex-none self-start overflow-hidden rounded-sm`}>
      <Picture src={src} alt="" />
    </span>
  )
}
