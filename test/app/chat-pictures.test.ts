import { describe, expect, it, vi } from 'vitest'
import { openPictures, type PictureDeps } from '../../app/chat/pictures.ts'
import { beginTalk, signalled } from '../../app/chat/talk.ts'
import { pictureAddress } from '../../app/components/chat-picture.tsx'
import type { Message } from '../../app/shapes.ts'

const said: Message = {
  ...{ seq: 7, at: '2026-11-20T03:00:00Z', from: 'shopper' },
  body: { type: 'picture', url: '/api/chat/rooms/cnv_1/pictures/upl_1', width: 1, height: 1 },
}

function opened(send: PictureDeps['send']) {
  let ids = 0
  const onSaid = vi.fn()
  const pictures = openPictures({
    newId: () => `c${++ids}`,
    shrink: async (file) => ({ file, preview: 'data:x' }),
    send,
    onSaid,
  })
  return { pictures, onSaid, sending: () => pictures.store.getState() }
}

describe('A picture that is sent', () => {
  it('is in sight with how far it is, until it has its number', async () => {
    const told: number[] = []
    const { pictures, onSaid, sending } = opened(async (_, __, onProgress) => {
      onProgress(0.5)
      told.push(sending()[0]?.progress ?? -1)
      return said
    })
    pictures.add([new Blob(['x'])])
    expect(sending()).toMatchObject([{ clientId: 'c1', state: 'sending', progress: 0 }])
    await vi.waitFor(() => expect(onSaid).toHaveBeenCalledWith(said))
    expect([told, sending()]).toEqual([[0.5], []])
  })

  it('stays where it failed, and is sent again under the same id (R4)', async () => {
    const ids: string[] = []
    const { pictures, onSaid, sending } = opened(async (_, clientId) => {
      ids.push(clientId)
      if (ids.length === 1) throw new Error('offline')
      return said
    })
    pictures.add([new Blob(['x'])])
    await vi.waitFor(() =>
      expect(sending()[0]).toMatchObject({ state: 'failed', reason: 'offline' }),
    )
    pictures.again('c1')
    await vi.waitFor(() => expect(onSaid).toHaveBeenCalledOnce())
    expect([ids, sending()]).toEqual([['c1', 'c1'], []])
  })

  it('is not sent when this device can draw nothing of it', async () => {
    const send = vi.fn()
    const shrink = async () => {
      throw new Error('no picture')
    }
    const pictures = openPictures({ newId: () => 'c1', shrink, send, onSaid: () => undefined })
    pictures.add([new Blob(['x'])])
    await vi.waitFor(() => expect(pictures.store.getState()[0]?.reason).toBe('picture_invalid'))
    expect(send).not.toHaveBeenCalled()
    pictures.drop('c1')
    expect(pictures.store.getState()).toEqual([])
  })

  it('is asked for at our own address, and nothing else is', () => {
    const { body } = said
    expect(pictureAddress(body.type === 'picture' ? body.url : '')).toBe(
      '/messages/cnv_1/pictures/upl_1',
    )
    expect(pictureAddress('https://evil.example/x')).toBe('https://evil.example/x')
  })
})

describe('A message that is taken back', () => {
  it('keeps its place and loses its words, and the others stay', () => {
    const talk = beginTalk('shop', [{ ...said, seq: 1 }, said], { shopper: 0, shop: 0 })
    const next = signalled(talk, { kind: 'removed', seqs: [7] }, 0)
    expect(next.messages.map(({ seq, body }) => [seq, body.type])).toEqual([
      [1, 'picture'],
      [7, 'removed'],
    ])
  })
})
