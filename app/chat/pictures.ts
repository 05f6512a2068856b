import { createStore } from 'zustand/vanilla'
import type { Message } from '../shapes.ts'
import type { Shrunk } from './shrink.ts'

/** A picture on its way. */
export type SentPicture = {
  clientId: string
  /** As a data address; empty until it is drawn. */
  preview: string
  /** 0 to 1. */
  progress: number
  state: 'sending' | 'failed'
  /** Why it was refused. */
  reason?: string
}

export type PictureDeps = {
  newId(): string
  shrink(file: Blob): Promise<Shrunk>
  /** Brings a picture in and says it. Rejects with the code of a refusal as its message. */
  send(file: Blob, clientId: string, onProgress: (done: number) => void): Promise<Message>
  /** It has its number. */
  onSaid(message: Message): void
}

/** The pictures that this page sends: each is in sight from when it is chosen until it is said. */
export function openPictures({ newId, shrink, send, onSaid }: PictureDeps) {
  const store = createStore<readonly SentPicture[]>(() => [])
  const files = new Map<string, Blob>()
  const change = (clientId: string, next: Partial<SentPicture>) =>
    store.setState(
      store.getState().map((one) => (one.clientId === clientId ? { ...one, ...next } : one)),
      true,
    )

  function drop(clientId: string): void {
    files.delete(clientId)
    store.setState(
      store.getState().filter((one) => one.clientId !== clientId),
      true,
    )
  }

  async function go(clientId: string): Promise<void> {
    const file = files.get(clientId)
    if (file === undefined) return
    change(clientId, { state: 'sending', progress: 0, reason: '' })
    try {
      const small = await shrink(file).catch(() => {
        throw new Error('picture_invalid')
      })
      change(clientId, { preview: small.preview })
      const said = await send(small.file, clientId, (progress) => change(clientId, { progress }))
      drop(clientId)
      onSaid(said)
    } catch (error) {
      const reason = error instanceof Error ? error.message : ''
      change(clientId, { state: 'failed', reason })
    }
  }

  return {
    store,
    add(chosen: Iterable<Blob>): void {
      for (const file of chosen) {
        const clientId = newId()
        files.set(clientId, file)
        const one: SentPicture = { clientId, preview: '', progress: 0, state: 'sending' }
        store.setState([...store.getState(), one], true)
        void go(clientId)
      }
    },
    again: (clientId: string): void => void go(clientId),
    drop,
  }
}

export type Pictures = ReturnType<typeof openPictures>
