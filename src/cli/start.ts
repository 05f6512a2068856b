import { appendFileSync } from 'node:fs'
import path from 'node:path'
import { DEMO_EMAILS, DEMO_PASSWORD } from '../../migrations/market/index.ts'
import { onEndSignal, tail, whenAbandoned } from './processes.ts'
import { readSettings, type Settings } from './settings.ts'
import { startStack } from './stack.ts'
import { createSteps, table } from './steps.ts'
import { Stop } from './stop.ts'

const MINUTE_MS = 60_000

/** `npm start [-- --products N --verbose]`: the whole market on this machine, until Ctrl-C. */
export async function run(args: string[]): Promise<number> {
  return await serve(args, 'pages')
}

export async function serve(args: string[], storefront: 'pages' | 'vite'): Promise<number> {
  const settings = readSettings(args)
  let stop = async () => {}
  let ask: (exitCode: number) => void = () => {}
  const asked = new Promise<number>((resolve) => {
    ask = resolve
  })
  onEndSignal(ask)
  whenAbandoned(() => ask(143))

  const up = async (): Promise<number> => {
    const stack = await startStack({
      settings,
      storefront,
      step: createSteps(),
      onStart: (undo) => {
        stop = undo
      },
    })
    console.log(await welcome(settings))
    everyMinute(settings)
    const dead = await stack.died
    throw new Stop(`${dead.name} ends again and again. The end of ${dead.log}:\n${tail(dead.log)}`)
  }
  try {
    const code = await Promise.race([asked, up()])
    console.log('\nStopping.')
    return code === 130 ? 0 : code
  } finally {
    await stop()
  }
}

/** What the cron trigger does in production; the dev server runs none by itself. */
function everyMinute({ ports, logs }: Settings): void {
  const address = `http://127.0.0.1:${ports.api}/cdn-cgi/handler/scheduled?cron=*+*+*+*+*`
  const tick = async () => {
    try {
      const response = await fetch(address, { signal: AbortSignal.timeout(MINUTE_MS) })
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
    } catch (error) {
      appendFileSync(path.join(logs, 'minute.log'), `${new Date().toISOString()} ${error}\n`)
    }
  }
  setInterval(tick, MINUTE_MS).unref()
}

async function welcome({ ports }: Settings): Promise<string> {
  const storefront = `http://127.0.0.1:${ports.storefront}`
  const rows: [string, string][] = [
    ['Storefront', `${storefront}/`],
    ['in English', `${storefront}/en`],
    ['Seller portal', `${storefront}/seller`],
    ['Admin portal', `${storefront}/admin`],
    ['API', `http://127.0.0.1:${ports.api}/api/health`],
    ['API reference', `http://127.0.0.1:${ports.api}/api/docs`],
    ['Payment simulator', `http://127.0.0.1:${ports.simulator}/`],
  ]
  const found = await Promise.all(rows.map(async ([, address]) => await exists(address)))
  const shown = rows.filter((_, index) => found[index])
  const accounts = Object.entries(DEMO_EMAILS).map(([role, email]): [string, string] => [
    `Demo ${role}`,
    `${email}  ${DEMO_PASSWORD}`,
  ])
  return `\nTalat is open. Ctrl-C closes it.\n\n${table([...shown, ...accounts])}\n`
}

async function exists(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, {
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    })
    return response.status < 400
  } catch {
    return false
  }
}
