import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { product as browseTexts } from '../messages/product.ts'
import { site as siteTexts } from '../messages/site.ts'
import { IconButton } from './button.tsx'
import { useTexts } from './use-locale.ts'

type LightboxProps = {
  images: string[]
  title: string
  /** Index of the one shown. */
  at: number
  turnTo(index: number): void
  /** It was closed, and is to be drawn no more. */
  onClose(): void
}

/**
 * One picture as large as the window, in the browser's own modal: Escape closes it and gives the
 * focus back, the arrow keys turn. Drawn only while it is open: see `useLightbox`.
 */
export function Lightbox({ images, title, at, turnTo, onClose }: LightboxProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const browse = useTexts(browseTexts)
  const site = useTexts(siteTexts)
  const src = images[at]
  const several = images.length > 1
  const turn = (by: number) => turnTo((at + by + images.length) % images.length)
  const byKey = (press: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[press.key]
    if (by === undefined || !several) return
    press.preventDefault()
    turn(by)
  }
  return (
    <dialog
      ref={dialog}
      className="lightbox"
      aria-label={title}
      closedby="any"
      onKeyDown={byKey}
      onClose={onClose}
    >
      <div className="lightbox-bar">
        <p role="status" className="flex-1 pl-3 font-display font-semibold text-sm tabular-nums">
          {several ? browse.picture(at + 1, images.length) : ''}
        </p>
        <IconButton
          label={site.close}
          icon={X}
          onClick={(press) => press.currentTarget.closest('dialog')?.close()}
        />
      </div>
      {src === undefined ? null : (
        <img src={src} alt={title} width={800} height={800} loading="lazy" className="picture" />
      )}
      {several ? (
        <div className="lightbox-bar justify-center gap-6">
          <IconButton label={browse.previousPicture} icon={ChevronLeft} onClick={() => turn(-1)} />
          <IconButton label={browse.nextPicture} icon={ChevronRight} onClick={() => turn(1)} />
        </div>
      ) : null}
    </dialog>
  )
}
