import { useState } from 'react'
import { Picture, sizesOf, tintOf } from './picture.tsx'
import { useMessages } from './use-locale.ts'

export const GALLERY_SIZES = '(min-width: 1024px) 590px, 100vw'
// React 18 knows the attribute by its HTML name only.
const EAGER = { fetchpriority: 'high' }

/** One large picture and its others below; without scripts each small one links to the whole file. */
export function Gallery({ images, title }: { images: string[]; title: string }) {
  const { browse } = useMessages()
  const [shown, setShown] = useState(0)
  return (
    <div>
      <div className="-mx-(--spacing-gutter) overflow-hidden sm:mx-0 sm:rounded-lg">
        {images[shown] === undefined ? (
          <Picture src={null} alt="" />
        ) : (
          <img
            src={images[shown]}
            srcSet={sizesOf(images[shown])}
            sizes={GALLERY_SIZES}
            alt={title}
            width={800}
            height={800}
            {...EAGER}
            className={`picture block aspect-square w-full object-cover ${tintOf(images[shown])}`}
          />
        )}
      </div>
      {images.length < 2 ? null : (
        <ul className="mt-2 grid grid-cols-4 gap-2 sm:mt-3 sm:gap-3" aria-label={browse.pictures}>
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
