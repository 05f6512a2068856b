import { callApi } from '../session/store.ts'
import type { AskUpload, Message, PromisedUpload, SayInput } from '../shapes.ts'

/** Brings a picture in and says it in a room. Rejects with the code of a refusal as its message. */
export async function sendPicture(
  roomId: string,
  file: Blob,
  clientId: string,
  onProgress: (done: number) => void,
): Promise<Message> {
  // The API says which types there are.
  const contentType = file.type as AskUpload['contentType']
  const asked: AskUpload = { kind: 'chat-picture', contentType, bytes: file.size }
  const { uploadUrl, key } = await post<PromisedUpload>('/api/uploads', asked)
  await put(uploadUrl, file, onProgress)
  const said: SayInput = { type: 'picture', clientId, key }
  return await post<Message>(`/api/chat/rooms/${encodeURIComponent(roomId)}/messages`, said)
}

async function post<Body>(path: string, body: object): Promise<Body> {
  const answer = await callApi(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (answer.ok) return (await answer.json()) as Body
  throw new Error(codeIn(await answer.text()))
}

/** By the older way, since fetch does not tell how much has gone. */
async function put(url: string, file: Blob, onProgress: (done: number) => void): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', url)
    request.setRequestHeader('Content-Type', file.type)
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / Math.max(1, total))
    request.onerror = () => reject(new Error('offline'))
    request.onload = () =>
      request.status === 200 ? resolve() : reject(new Error(codeIn(request.responseText)))
    request.send(file)
  })
}

function codeIn(text: string): string {
  try {
    return String(JSON.parse(text).code)
  } catch {
    return 'unknown'
  }
}
