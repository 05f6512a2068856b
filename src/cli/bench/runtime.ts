import { existsSync, readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100

/** The child of this process that is workerd; only Linux tells. */
export function runtimePid(): number | undefined {
  const children = `/proc/${process.pid}/task/${process.pid}/children`
  if (!existsSync(children)) return undefined
  return readFileSync(children, 'utf8')
    .trim()
    .split(' ')
    .map(Number)
    .find((pid) => readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'workerd')
}

/** CPU seconds that a process has used so far; NaN where the system does not say. */
export function cpuSecondsOf(pid: number | undefined): number {
  if (pid === undefined || !existsSync(`/proc/${pid}/stat`)) return Number.NaN
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

/** Resident memory of a process in MiB; NaN where the system does not say. */
export function residentMibOf(pid: number | undefined): number {
  if (pid === undefined || !existsSync(`/proc/${pid}/status`)) return Number.NaN
  const kib = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kib) / 1024
}
