import { X } from 'lucide-react'
import { forwardRef, type MouseEvent, type ReactNode, type RefObject, useId, useRef } from 'react'
import { site as siteTexts } from '../messages/site.ts'
import { IconButton } from './button.tsx'
import { useTexts } from './use-locale.ts'

type DialogHandle = { ref: RefObject<HTMLDialogElement>; show(): void; close(): void }

export function useDialog(): DialogHandle {
  const ref = useRef<HTMLDialogElement>(null)
  return { ref, show: () => ref.current?.showModal(), close: () => ref.current?.close() }
}

type DialogProps = {
  title: string
  /** A sheet comes from below on a phone; from 768 px on both stand in the middle. */
  kind?: 'dialog' | 'sheet'
  /** Buttons at the foot; the one that does what the title asks comes last. */
  actions?: ReactNode
  children: ReactNode
}

/**
 * The browser's own modal: it keeps the focus inside, closes on Escape (and, where the browser knows
 * how, on a press beside it) and gives the focus back to what opened it. Nothing that has to work without scripts may stand in here only.
 */
export const Dialog = forwardRef<HTMLDialogElement, DialogProps>(function Dialog(
  { title, kind = 'dialog', actions, children },
  ref,
) {
  const site = useTexts(siteTexts)
  const id = useId()
  const close = (press: MouseEvent) => press.currentTarget.closest('dialog')?.close()
  return (
    <dialog ref={ref} className={`dialog ${kind}`} aria-labelledby={id} closedby="any">
      <div className="grid max-h-[inherit] grid-rows-[auto_minmax(0,1fr)_auto]">
        <div className="flex items-center gap-2 py-2 pr-2 pl-5">
          <h2 id={id} className="flex-1 text-lg!">
            {title}
          </h2>
          <IconButton label={site.close} icon={X} onClick={close} />
        </div>
        <div className="overflow-y-auto px-5 pb-4">{children}</div>
        {actions === undefined ? null : (
          <div className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">
            {actions}
          </div>
        )}
      </div>
    </dialog>
  )
})
