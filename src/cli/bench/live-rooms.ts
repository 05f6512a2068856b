import path from 'node:path'
import { startChild } from './child.ts'
import type { Driven, ServerKind } from './live-client.ts'
import { type LiveBench, openRooms } from './live-server.ts'
import { median } from './median.ts'
import { cpuSecondsOf, residentMibOf } from './runtime.ts'

const ROOMS = 20
const SOCKETS = 200
const ROUNDS = 5
const SECONDS = 4
/** A room takes 20 frames of a socket in a second: nobody here says more than that allows. */
const PER_SOCKET_A_SECOND = 18

type Sample = Driven & { cpuMs: number; mib: number }

/** Messages through 20 rooms of ten, of Talat and of two servers that keep nothing, by turns. */
export async function measureRooms({ live, step, tokenOf }: LiveBench) {
  const client = startChild(path.join(import.meta.dirname, 'live-client.ts'))
  const others = (['socket.io', 'ws'] as const).map((kind) => ({
    kind,
    child: startChild(path.join(import.meta.dirname, 'room-server.ts'), [kind]),
  }))
  try {
    const servers: { kind: ServerKind; port: number; pid: number | undefined }[] = [
      { kind: 'talat', port: live.ports.api, pid: live.pid },
    ]
    for (const { kind, child } of others) {
      servers.push({ kind, port: Number(await child.said()), pid: child.pid })
    }
    await step(`${SOCKETS} sockets in ${ROOMS} rooms, of each`, async () => {
      const { seats } = await openRooms(live, tokenOf, { rooms: ROOMS, sockets: SOCKETS })
      for (const { kind, port } of servers) await client.ask({ ask: 'open', kind, port, seats })
    })
    const samples = new Map<ServerKind, Sample[]>(servers.map(({ kind }) => [kind, []]))
    await step(`${ROUNDS} rounds of ${SECONDS} s`, async () => {
      for (let round = 0; round <= ROUNDS; round += 1) {
        for (const { kind, pid } of servers) {
          const before = cpuSecondsOf(pid)
          const driven = await client.ask<Driven>({
            ...{ ask: 'drive', kind, perSocketASecond: PER_SOCKET_A_SECOND },
            seconds: round === 0 ? 1 : SECONDS,
          })
          // The copy that lists and search read is part of what a message costs.
          await new Promise((resolve) => setTimeout(resolve, 1000))
          const cpuMs = ((cpuSecondsOf(pid) - before) * 1000) / driven.whole
          if (round > 0) samples.get(kind)?.push({ ...driven, cpuMs, mib: residentMibOf(pid) })
        }
      }
    })
    return { lines: report(samples), kept: isWhole([...samples.values()].flat()) }
  } finally {
    client.end()
    for (const { child } of others) child.end()
  }
}

const isWhole = (samples: Sample[]): boolean =>
  samples.every(({ broken, refusals }) => broken === 0 && Object.keys(refusals).length === 0)

function report(samples: Map<ServerKind, Sample[]>): string[] {
  const rows = [...samples].map(([kind, taken]) => {
    const middle = (value: (sample: Sample) => number) => median(taken.map(value))
    const shares = (kindOf: ServerKind, value: (sample: Sample) => number) =>
      median(taken.map((one, n) => value(one) / value(samples.get(kindOf)?.[n] ?? one)))
    return [
      kind,
      middle(speed).toFixed(0),
      middle(({ ackMs }) => ackMs.p50).toFixed(1),
      middle(({ ackMs }) => ackMs.p99).toFixed(1),
      middle(({ heardMs }) => heardMs.p50).toFixed(1),
      middle(({ heardMs }) => heardMs.p99).toFixed(1),
      middle(({ cpuMs }) => cpuMs).toFixed(3),
      middle(({ mib }) => mib).toFixed(0),
      String(taken.reduce((sum, { broken }) => sum + broken, 0)),
      shares('socket.io', speed).toFixed(2),
      (1 / shares('socket.io', ({ cpuMs }) => cpuMs)).toFixed(2),
    ]
  })
  const head = [
    ...['server', 'messages/s', 'ack p50', 'p99 ms', 'heard p50', 'p99 ms', 'CPU ms each'],
    ...['RSS MiB', 'broken', 'of socket.io', 'by CPU'],
  ]
  const widths = head.map((title, n) =>
    Math.max(title.length, ...rows.map((r) => r[n]?.length ?? 0)),
  )
  const line = (cells: string[]) =>
    cells.map((cell, n) => (n === 0 ? cell.padEnd(9) : cell.padStart(widths[n] ?? 0))).join('  ')
  const most = SOCKETS * PER_SOCKET_A_SECOND
  return [
    `Each message acknowledged, and heard by the ten of its room once; medians of ${ROUNDS} rounds by turns;`,
    `${most} a second are offered at most: below the limit of 20 for each socket. Talat stores each.`,
    '',
    ...[head, ...rows].map(line),
  ]
}

const speed = ({ whole, seconds }: Driven) => whole / seconds
