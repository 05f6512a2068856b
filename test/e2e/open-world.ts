import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { LOGS } from '../../src/cli/paths.ts'
import { freePorts } from '../../src/cli/ports.ts'
import { readSettings } from '../../src/cli/settings.ts'
import { startStack } from '../../src/cli/stack.ts'
import { createSteps } from '../../src/cli/steps.ts'

export type World = {
  /** Addresses without a slash at the end. */
  storefront: string
  api: string
  simulator: string
  /** Where D1 keeps its files, for what no route of the API writes. */
  state: string
}

declare module 'vitest' {
  interface ProvidedContext {
    world: World
  }
}

const PRODUCTS = 200

/** Global set-up: the whole market as `npm start` opens it, once, on ports and data of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(path.join(tmpdir(), 'talat-e2e-'))
  const state = path.join(home, 'state')
  const [api = 0, storefront = 0, simulator = 0, postgres = 0] = await freePorts(4)
  let stop = async () => {}
  const close = async () => {
    await stop()
    rmSync(home, { recursive: true, force: true })
  }
  // Never this machine's own market, nor the programs of another one that runs on it.
  process.env.WRANGLER_REGISTRY_PATH = path.join(home, 'registry')
  try {
    await startStack({
      settings: {
        ...readSettings([]),
        ports: { api, storefront, simulator, postgres },
        products: PRODUCTS,
        state,
        postgresData: path.join(home, 'postgres'),
        // Kept after the run: what the programs said when a journey failed.
        logs: path.join(LOGS, 'e2e'),
        secrets: path.join(home, 'dev.vars'),
      },
      storefront: 'pages',
      step: createSteps(),
      onStart: (undo) => {
        stop = undo
      },
    })
  } catch (error) {
    await close()
    throw error
  }
  const at = (port: number) => `http://127.0.0.1:${port}`
  project.provide('world', {
    api: at(api),
    storefront: at(storefront),
    simulator: at(simulator),
    state,
  })
  return close
}
