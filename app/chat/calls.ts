import { callApi } from '../session/store.ts'
import type { MessagePage, SayInput } from '../shapes.ts'
import { PAGE } from './talk.ts'

const room = (id: string) => `/api/chat/rooms/${encodeURIComponent(id)}`

/** What was said before a number, for a page that stands already. */
export async function olderMessages(roomId: string, before: number): Promise<MessagePage> {
  const answer = await callApi(`${room(roomId)}/messages?before=${before}&limit=${PAGE}`, {})
  if (!answer.ok) throw new Error(`messages answered ${answer.status}`)
  return (await answer.json()) as MessagePage
}

/** Cards go by the API: it looks up what they show. */
export async function sayCard(roomId: string, card: SayInput): Promise<boolean> {
  const answer = await callApi(`${room(roomId)}/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(card),
  })
  return answer.ok
}
