// What the live bench compares with: rooms of `socket.io` and of bare `ws`, which number and acknowledge
// what is said as Talat does, and keep nothing. A process of its own, started with the name of one.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { type WebSocket, WebSocketServer } from 'ws'

type Said = { clientId: string; body: string }

const numbers = new Map<string, number>()
const numberOf = (room: string): number => {
  const next = (numbers.get(room) ?? 0) + 1
  numbers.set(room, next)
  return next
}
const eventOf = (seq: number, body: string) => ({
  type: 'event',
  seq,
  event: { kind: 'message', at: new Date().toISOString(), body: { type: 'text', text: body } },
})
const roomIn = (url: string | undefined) =>
  new URL(url ?? '/', 'http://127.0.0.1').searchParams.get('room') ?? ''

const http = createServer()
if (process.argv[2] === 'socket.io') {
  new Server(http, { transports: ['websocket'] }).on('connection', (socket) => {
    const room = roomIn(socket.request.url)
    void socket.join(room)
    socket.on('say', ({ body }: Said, acknowledge: (seq: number) => void) => {
      const seq = numberOf(room)
      socket.nsp.to(room).emit('event', eventOf(seq, body))
      acknowledge(seq)
    })
  })
} else {
  const rooms = new Map<string, Set<WebSocket>>()
  new WebSocketServer({ server: http }).on('connection', (socket, { url }) => {
    const room = roomIn(url)
    const here = rooms.get(room) ?? new Set()
    rooms.set(room, here.add(socket))
    socket.on('close', () => here.delete(socket))
    socket.on('message', (data) => {
      const { clientId, body } = JSON.parse(String(data)) as Said
      const seq = numberOf(room)
      const text = JSON.stringify(eventOf(seq, body))
      for (const one of here) one.send(text)
      socket.send(JSON.stringify({ type: 'ack', clientId, seq }))
    })
  })
}
http.listen(0, '127.0.0.1', () => process.send?.((http.address() as AddressInfo).port))
process.on('disconnect', () => process.exit())
