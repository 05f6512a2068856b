import { useState } from 'react'
import { Picture, sizesOf, tintOf } from './picture.tsx'
import { useMessages } from './use-locale.ts'

export const GALLERY_SIZES = '(min-width: 1024px) 590px, 100vw'
// React 18 knows the attribute by its HTML name only.
const EAGER = { fetchpriority: 'high' }

type GalleryProps = { images: string[]; title: string }

/** The pictures of a thing: a strip that a thumb moves, or one large picture with the others below. */
export function Gallery(props: GalleryProps) {
  if (props.images.length === 0) return <Picture src={null} alt="" className="sm:rounded-lg" />
  return (
    <div>
      <Strip {...props} />
      <Board {...props} />
    </div>
  )
}

function Large({ src, alt, first }: { src: string; alt: string; first: boolean }) {
  return (
    <img
      src={src}
      srcSet={sizesOf(src)}
      sizes={GALLERY_SIZES}
      alt={alt}
      width={800}
      height={800}
      loading={first ? 'eager' : 'lazy'}
      {...(first ? EAGER : {})}
      className={`picture block aspect-square w-full object-cover ${tintOf(src)}`}
    />
  )
}

/** On a phone: side by side, one at a time, with the number of the one in sight. */
function Strip({ images, title }: GalleryProps) {
  const { browse } = useMessages()
  const [at, setAt] = useState(0)
  return (
    <div className="-mx-(--spacing-gutter) relative sm:hidden">
      <ul
        aria-label={browse.pictures}
        onScroll={({ currentTarget: { scrollLeft, clientWidth } }) =>
          setAt(Math.round(scrollLeft / Math.max(1, clientWidth)))
        }
        className="flex snap-x snap-mandatory overflow-x-auto [scrollbar-width:none]"
      >
        {images.map((src, index) => (
          <li key={src} className="w-full flex-none snap-center">
            {/* A link to the whole picture: to look closer, and to come to by keyboard. */}
            <a href={src} className="-outline-offset-4! block">
              <Large
                src={src}
                alt={index === 0 ? title : browse.picture(index + 1, images.length)}
                first={index === 0}
              />
            </a>
          </li>
        ))}
      </ul>
      {images.length === 1 ? null : (
        <span
          aria-hidden="true"
          className="absolute right-3 bottom-3 rounded-full bg-ink/80 px-2.5 font-display font-semibold text-2xs text-surface tabular-nums"
        >
          {at + 1}/{images.length}
        </span>
      )}
    </div>
  )
}

/** On a desk; without scripts each small one links to the whole file. */
function Board({ images, title }: GalleryProps) {
  const { browse } = useMessages()
  const [shown, setShown] = useState(0)
  const src = images[shown] ?? ''
  return (
    <div className="hidden sm:block">
      <div className="overflow-hidden rounded-lg">
        <Large src={src} alt={title} first />
      </div>
      {images.length < 2 ? null : (
        <ul className="mt-3 grid grid-cols-4 gap-3" aria-label={browse.pictures}>
          {images.map((url, index) => (
            <li key={url}>
              <a
                href={url}
                aria-label={browse.picture(index + 1, images.length)}
                aria-current={index === shown ? 'true' : undefined}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey) return
                  event.preventDefault()
                  setShown(index)
                }}
                className="block overflow-hidden rounded-sm aria-[current]:outline-2 aria-[current]:outline-accent aria-[current]:outline-offset-2"
              >
                <Picture src={url} alt="" sizes="(min-width: 1024px) 140px, 23vw" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
