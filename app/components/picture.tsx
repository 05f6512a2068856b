import { Package } from 'lucide-react'

type PictureProps = {
  src: string | null | undefined
  /** Empty where the title stands right beside it. */
  alt: string
  eager?: boolean
  className?: string
}

/** A square product picture on rice; its place is kept before it comes. */
export function Picture({ src, alt, eager = false, className = '' }: PictureProps) {
  const shape = `block aspect-square w-full bg-tint-rice object-cover ${className}`
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
