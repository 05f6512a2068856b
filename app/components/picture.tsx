import { Package } from 'lucide-react'
import { PICTURE_WIDTHS, WHOLE_PICTURE } from '../../src/services/upload/sizes.ts'
import { hashOf } from './stall.tsx'

type PictureProps = {
  src: string | null | undefined
  /** Empty where the title stands right beside it. */
  alt: string
  /** For what stands in sight at once: asked for before the scripts. */
  eager?: boolean
  /** How wide it is shown, for the browser to choose by; a card of the grid if nothing is said. */
  sizes?: string
  className?: string
}

// React 18 knows the attribute of urgency by its HTML name only.
const FIRST = { loading: 'eager', fetchpriority: 'high' } as const
const LATER = { loading: 'lazy' } as const

const CARD_SIZES =
  '(min-width: 1280px) 190px, (min-width: 1024px) 18vw, (min-width: 768px) 23vw, (min-width: 480px) 31vw, 47vw'

/** Every size of a stored picture. An address that is not ours has one size only. */
export const sizesOf = (src: string): string | undefined =>
  src.startsWith('/media/')
    ? [...PICTURE_WIDTHS.map((w) => `${src}?w=${w} ${w}w`), `${src} ${WHOLE_PICTURE}w`].join(', ')
    : undefined

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
export function Picture(props: PictureProps) {
  const { src, alt, eager = false, sizes = CARD_SIZES, className = '' } = props
  const shape = `picture block aspect-square w-full object-cover ${tintOf(src)} ${className}`
  if (src === null || src === undefined) {
    return (
      <span className={`${shape} grid place-items-center text-muted dark:text-forward-ink/65`}>
        <Package size={24} aria-hidden="true" />
      </span>
    )
  }
  return (
    <img
      src={src}
      srcSet={sizesOf(src)}
      sizes={sizes}
      alt={alt}
      width={400}
      height={400}
      className={shape}
      {...(eager ? FIRST : LATER)}
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
      <Picture src={src} alt="" sizes="84px" />
    </span>
  )
}
