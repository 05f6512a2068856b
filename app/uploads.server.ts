import type { Client } from '../src/client.ts'
import { type Answer, unwrap } from './problem.server.ts'
import { segment } from './segment.server.ts'
import type { AskUpload, TakenUpload } from './shapes.ts'

type Ask = (path: string, init?: RequestInit) => Promise<Response>

/** Pictures that go into talks, and come out of them. */
export function uploads({ uploads: client }: Client, ask: Ask) {
  return {
    /** Brings a picture in, and answers the key that it is sent by. */
    async bring(file: File): Promise<string> {
      // The API says which types there are.
      const contentType = file.type as AskUpload['contentType']
      const json = { kind: 'chat-picture', contentType, bytes: file.size } as const
      const { uploadUrl, key } = await unwrap(client.uploads.$post({ json }))
      const put = ask(uploadUrl, {
        method: 'PUT',
        headers: { 'Content-Type': file.type },
        body: await file.arrayBuffer(),
      })
      await unwrap<TakenUpload>(put as Promise<Answer<TakenUpload>>)
      return key
    },
    /** A picture of a talk, as the API gives it to this caller. */
    read: async (roomId: string, pictureId: string): Promise<Response> =>
      await ask(`/api/chat/rooms/${segment(roomId)}/pictures/${segment(pictureId)}`),
  }
}
