// The driver: a process of its own, so that what it costs is not counted. Speaks just enough HTTP/1.1
// over kept connections; a general client costs more than the server it would measure.
import { connect } from 'node:net'

export type Request = {
  method: string
  path: string
  headers?: Record<string, string>
  body?: string
}

export type Drive = {
  port: number
  connections: number
  /** Ends after this, or with the last request when they are not repeated. */
  seconds: number
  repeat: boolean
  requests: Request[]
}

export type Driven = {
  done: number
  seconds: number
  p50Ms: number
  p99Ms: number
  /** Round trips to the database an answer, as `server-timing` says; NaN without. */
  trips: number
  /** How often each status was answered. */
  statuses: Record<string, number>
  /** The first answer that was not a success. */
  refusal?: string
}

process.on('message', (message: Drive) => {
  void drive(message).then((result) => process.send?.(result))
})
process.on('disconnect', () => process.exit())

async function drive({ port, connections, seconds, repeat, requests }: Drive): Promise<Driven> {
  const texts = requests.map((request) => Buffer.from(wire(request, port)))
  const latencies: number[] = []
  const trips: number[] = []
  const statuses: Record<string, number> = {}
  let refusal: string | undefined
  let next = 0
  const started = performance.now()
  const take = (): Buffer | undefined => {
    if (performance.now() - started > seconds * 1000) return undefined
    const text = texts[repeat ? next % texts.length : next]
    next += 1
    return text
  }
  const keep = (answer: string, body: Buffer, ms: number) => {
    latencies.push(ms)
    const status = answer.slice(9, 12)
    statuses[status] = (statuses[status] ?? 0) + 1
    if (!status.startsWith('2')) refusal ??= `${status} ${body.toString('utf8', 0, 300)}`
    const made = /desc="(\d+) trips"/.exec(answer)?.[1]
    if (made !== undefined) trips.push(Number(made))
  }
  await Promise.all(
    Array.from({ length: connections }, async () => await converse(port, take, keep)),
  )
  latencies.sort((a, b) => a - b)
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN
  return {
    done: latencies.length,
    seconds: (performance.now() - started) / 1000,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    trips: trips.reduce((sum, made) => sum + made, 0) / trips.length,
    statuses,
    ...(refusal === undefined ? {} : { refusal }),
  }
}

async function converse(
  port: number,
  take: () => Buffer | undefined,
  keep: (head: string, body: Buffer, ms: number) => void,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let received = Buffer.alloc(0)
    let sentAt = 0
    const send = () => {
      const text = take()
      if (text === undefined) {
        socket.end()
        return resolve()
      }
      sentAt = performance.now()
      socket.write(text)
    }
    socket.once('connect', send)
    socket.once('error', reject)
    socket.once('close', () => resolve())
    socket.on('data', (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
      const split = received.indexOf('\r\n\r\n')
      if (split < 0) return
      const head = received.toString('latin1', 0, split)
      if (!isWhole(head, received.subarray(split + 4))) return
      keep(head, received.subarray(split + 4), performance.now() - sentAt)
      received = Buffer.alloc(0)
      send()
    })
  })
}

function isWhole(head: string, body: Buffer): boolean {
  const length = /content-length: (\d+)/i.exec(head)?.[1]
  if (length !== undefined) return body.length >= Number(length)
  if (/transfer-encoding: chunked/i.test(head)) return body.subarray(-5).equals(LAST_CHUNK)
  return true
}

const LAST_CHUNK = Buffer.from('0\r\n\r\n')

function wire({ method, path, headers = {}, body }: Request, port: number): string {
  const all: Record<string, string> = {
    host: `127.0.0.1:${port}`,
    // As every browser and app does.
    'accept-encoding': 'gzip, deflate, br, zstd',
    ...headers,
    ...(body === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return [`${method} ${path} HTTP/1.1`, ...lines, '', body ?? ''].join('\r\n')
}
