import { Expand } from 'lucide-react'
import { type MouseEvent, useRef, useState } from 'react'
import { product as browseTexts } from '../messages/product.ts'
import { Picture, sizesOf, tintOf } from './picture.tsx'
import { useLightbox } from './use-lightbox.ts'
import { useTexts } from './use-locale.ts'

export const GALLERY_SIZES = '(min-width: 1024px) 590px, 100vw'
// React 18 knows the attribute by its HTML name only.
const FIRST = { loading: 'eager', fetchpriority: 'high' } as const
const LATER = { loading: 'lazy', decoding: 'async' } as const

// At once: on a slow way there the strip would tell of pictures that it only passes.
const show = (slide: Element) =>
  slide.scrollIntoView({ block: 'nearest', inline: 'start', behavior: 'instant' })

type GalleryProps = { images: string[]; title: string }

/**
 * The pictures of a thing, side by side in a strip that a thumb or the small ones below move; each
 * opens large. Without scripts each is a link to the whole file.
 */
export function Gallery({ images, title }: GalleryProps) {
  const browse = useTexts(browseTexts)
  const [at, setAt] = useState(0)
  const strip = useRef<HTMLUListElement>(null)
  const lightbox = useLightbox()
  if (images.length === 0) return <Picture src={null} alt="" className="sm:rounded-lg" />

  const own = (press: MouseEvent) => !(press.metaKey || press.ctrlKey || press.shiftKey)
  const turnTo = (index: number) => {
    setAt(index)
    const slide = strip.current?.children[index]
    if (slide !== undefined) show(slide)
  }
  return (
    <div>
      <div className="-mx-(--spacing-gutter) relative sm:mx-0">
        <ul
          ref={strip}
          aria-label={browse.pictures}
          onScroll={({ currentTarget: { scrollLeft, clientWidth } }) =>
            setAt(Math.round(scrollLeft / Math.max(1, clientWidth)))
          }
          // Without the gap a hair of the next picture shows at some widths, and a browser that
          // brings the focus into view takes that for enough.
          className="flex snap-x snap-mandatory gap-1 overflow-x-auto [scrollbar-width:none] sm:rounded-lg"
        >
          {images.map((src, index) => (
            <li key={src} className="relative w-full flex-none snap-center">
              <a
                href={src}
                className="-outline-offset-4! block cursor-zoom-in"
                onClick={(press) => {
                  if (!own(press)) return
                  press.preventDefault()
                  setAt(index)
                  void lightbox.open(src)
                }}
              >
                <img
                  src={src}
                  srcSet={sizesOf(src)}
                  sizes={GALLERY_SIZES}
                  alt={index === 0 ? title : browse.picture(index + 1, images.length)}
                  width={800}
                  height={800}
                  {...(index === 0 ? FIRST : LATER)}
                  className={`picture block aspect-square w-full object-cover ${tintOf(src)}`}
                />
                <span className="sr-only">{browse.enlarge}</span>
              </a>
            </li>
          ))}
        </ul>
        <span
          aria-hidden="true"
          className="pointer-events-none absolute right-3 bottom-3 inline-flex items-center gap-1.5 rounded-full bg-ink/80 px-2.5 py-0.5 font-display font-semibold text-2xs text-surface tabular-nums"
        >
          {images.length === 1 ? null : `${at + 1}/${images.length}`}
          <Expand size={13} />
        </span>
      </div>
      {images.length < 2 ? null : (
        <ul className="mt-3 hidden grid-cols-5 gap-3 sm:grid">
          {images.map((src, index) => (
            <li key={src}>
              <a
                href={src}
                aria-label={browse.picture(index + 1, images.length)}
                aria-current={index === at ? 'true' : undefined}
                onClick={(press) => {
                  if (!own(press)) return
                  press.preventDefault()
                  turnTo(index)
                }}
                className="block overflow-hidden rounded-sm aria-[current]:outline-2 aria-[current]:outline-accent aria-[current]:outline-offset-2"
              >
                <Picture src={src} alt="" sizes="(min-width: 1024px) 110px, 18vw" />
              </a>
            </li>
          ))}
        </ul>
      )}
      {lightbox.View === null ? null : (
        <lightbox.View
          images={images}
          title={title}
          at={at}
          turnTo={turnTo}
          onClose={lightbox.close}
        />
      )}
    </div>
  )
}
