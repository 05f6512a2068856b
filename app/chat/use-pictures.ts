import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Line } from './line.ts'
import { openPictures, type Pictures, type SentPicture } from './pictures.ts'
import { sendPicture } from './send-picture.ts'
import { shrink } from './shrink.ts'

const NONE: readonly SentPicture[] = []
const unchanging = () => () => undefined

/** The pictures of a room's page; null while nobody listens, where the form itself sends them. */
export function usePictures(
  line: Line | null,
  roomId: string,
): { pictures: Pictures | null; sending: readonly SentPicture[] } {
  const [pictures, hold] = useState<Pictures | null>(null)
  useEffect(() => {
    if (line === null) return
    hold(
      openPictures({
        newId: () => crypto.randomUUID(),
        shrink,
        send: async (file, clientId, onProgress) =>
          await sendPicture(roomId, file, clientId, onProgress),
        onSaid: (message) => line.older([message]),
      }),
    )
    return () => hold(null)
  }, [line, roomId])
  const sending = useSyncExternalStore(
    pictures?.store.subscribe ?? unchanging,
    () => pictures?.store.getState() ?? NONE,
    () => NONE,
  )
  return { pictures, sending }
}

/** The pictures among what was pasted or dropped. */
export const picturesIn = (data: DataTransfer | null): File[] =>
  [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'))
