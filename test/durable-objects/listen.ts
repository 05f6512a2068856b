import { expect, vi } from 'vitest'

/** Of events of every kind, what tests look at. */
type Happened = {
  kind: string
  version?: number
  by?: { id: string; name: string }
  body?: { type: string; text?: string }
}

export type Frame = {
  type: string
  seq?: number
  code?: string
  clientId?: string
  event?: Happened
  signal?: { kind: string; side: string; online?: boolean; seq?: number }
}

/** The browser's end of a socket, and all that came over it. */
export function listen(socket: WebSocket | null) {
  if (socket === null) throw new RangeError('no socket')
  const frames: Frame[] = []
  let texts = 0
  socket.addEventListener('message', ({ data }) => {
    texts += 1
    const { events, ...frame } = JSON.parse(String(data))
    // Several in one frame are as good as several frames.
    if (events === undefined) frames.push(frame)
    else for (const one of events) frames.push({ type: 'event', ...one })
  })
  socket.accept()
  return {
    socket,
    frames,
    /** How many frames there were, those of several events counted once. */
    sent: () => texts,
    send: (frame: unknown) =>
      socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    until: async (count: number) =>
      await vi.waitFor(() => expect(frames.length).toBeGreaterThanOrEqual(count)),
    codes: (code: string) => frames.filter((frame) => frame.code === code).length,
    closed: async () =>
      await new Promise<number>((resolve) =>
        socket.addEventListener('close', ({ code }) => resolve(code)),
      ),
    events: () => frames.filter(({ type }) => type === 'event'),
    numbers: () => frames.filter(({ type }) => type === 'event').map(({ seq }) => seq),
  }
}
