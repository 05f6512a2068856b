import path from 'node:path'
import { parseArgs } from 'node:util'
import { LOGS, ROOT, STATE } from './paths.ts'
import { Stop } from './stop.ts'

export type Ports = { api: number; storefront: number; simulator: number; postgres: number }

/** Where and how the market runs on this machine. */
export type Settings = {
  database: 'd1' | 'postgres'
  ports: Ports
  /** How many products a new market gets. */
  products: number
  /** Data of D1, KV, R2, queues and Durable Objects. */
  state: string
  postgresData: string
  logs: string
  /** The file with the development secrets. */
  secrets: string
  verbose: boolean
}

/** The environment variable that moves each port, and where it is otherwise. */
export const PORT_VARIABLES: Record<keyof Ports, { variable: string; port: number }> = {
  api: { variable: 'TALAT_API_PORT', port: 8787 },
  storefront: { variable: 'TALAT_STOREFRONT_PORT', port: 8788 },
  simulator: { variable: 'TALAT_SIMULATOR_PORT', port: 8789 },
  postgres: { variable: 'TALAT_POSTGRES_PORT', port: 8790 },
}

const DEFAULT_PRODUCTS = 5000

/** Reads arguments and environment. @throws Stop naming what is not understood */
export function readSettings(args: string[], env = process.env): Settings {
  const { values } = parse(args)
  const database = env.DATABASE ?? 'd1'
  if (database !== 'd1' && database !== 'postgres') {
    throw new Stop(`DATABASE is "${database}"; it must be d1 or postgres.`)
  }
  return {
    database,
    ports: {
      api: readPort('api', env),
      storefront: readPort('storefront', env),
      simulator: readPort('simulator', env),
      postgres: readPort('postgres', env),
    },
    products: readCount(values.products ?? String(DEFAULT_PRODUCTS)),
    state: path.join(ROOT, '.wrangler/state'),
    postgresData: path.join(STATE, 'postgres'),
    logs: LOGS,
    secrets: path.join(ROOT, '.dev.vars'),
    verbose: values.verbose ?? false,
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: { products: { type: 'string' }, verbose: { type: 'boolean' } },
    })
  } catch (error) {
    throw new Stop(error instanceof Error ? error.message : String(error))
  }
}

function readPort(name: keyof Ports, env: NodeJS.ProcessEnv): number {
  const { variable, port } = PORT_VARIABLES[name]
  const value = Number(env[variable] ?? port)
  if (Number.isInteger(value) && value >= 1 && value <= 65_535) return value
  throw new Stop(`${variable} is "${env[variable]}"; it must be a port, such as ${port}.`)
}

function readCount(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1) return count
  throw new Stop(`--products is "${text}"; it must be a whole number, such as ${DEFAULT_PRODUCTS}.`)
}
