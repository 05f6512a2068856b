import path from 'node:path'
import { ROOT } from './paths.ts'
import type { Program } from './processes.ts'
import type { Settings } from './settings.ts'

/** No account, no metrics, no update check, no question, no fetch: wrangler as an offline program. */
export function quietEnv(settings: Settings): Record<string, string> {
  return {
    CI: '1',
    FORCE_COLOR: '0',
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_SEND_ERROR_REPORTS: 'false',
    WRANGLER_HIDE_BANNER: 'true',
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    WRANGLER_LOG_PATH: path.join(settings.logs, 'wrangler'),
    // How the storefront finds the API: apart from any other project that runs on this machine.
    WRANGLER_REGISTRY_PATH:
      process.env.WRANGLER_REGISTRY_PATH ?? path.join(settings.state, '../registry'),
  }
}

/** A run of wrangler on the state of these settings. */
export function wrangler(
  settings: Settings,
  name: string,
  args: string[],
  env: Record<string, string> = {},
): Program {
  return {
    name,
    script: path.join(ROOT, 'node_modules/wrangler/wrangler-dist/cli.js'),
    args,
    preload: [path.join(import.meta.dirname, 'keep-serving.mjs')],
    env: { ...quietEnv(settings), ...env },
    log: path.join(settings.logs, `${name.toLowerCase().replaceAll(' ', '-')}.log`),
    verbose: settings.verbose,
  }
}

/** The variables of `[vars]` that depend on where things run. */
export function variables(settings: Settings): string[] {
  const at = (port: number) => `http://127.0.0.1:${port}`
  const values = {
    ENVIRONMENT: 'development',
    AUTH_CALLS_PER_MINUTE: '600',
    DATABASE: settings.database,
    PUBLIC_ORIGIN: at(settings.ports.storefront),
    STRIPE_API_BASE: at(settings.ports.simulator),
    LINE_LOGIN_BASE: `${at(settings.ports.simulator)}/line`,
    STRIPE_JS_URL: `${at(settings.ports.simulator)}/v3/stripe.js`,
  }
  return Object.entries(values).flatMap(([name, value]) => ['--var', `${name}:${value}`])
}
