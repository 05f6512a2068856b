import { useState } from 'react'
import type { Lightbox } from './lightbox.tsx'

/**
 * One large view, whose script comes when it is first asked for. `View` is `null` while closed.
 * Where the script cannot be had, the file opens as the link under the picture says.
 */
export function useLightbox() {
  const [View, show] = useState<typeof Lightbox | null>(null)
  const open = async (src: string) => {
    const loaded = await import('./lightbox.tsx').catch(() => null)
    if (loaded === null) window.location.assign(src)
    else show(() => loaded.Lightbox)
  }
  return { View, open, close: () => show(null) }
}
