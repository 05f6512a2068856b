import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { exportJWK, generateKeyPair } from 'jose'
import { ROOT } from './paths.ts'
import { Stop } from './stop.ts'

/** Writes a file of fresh development secrets, or checks that the one there has every required name. */
export async function ensureSecrets(file: string): Promise<'written' | 'kept'> {
  if (!existsSync(file)) {
    writeFileSync(file, await freshSecrets(), { mode: 0o600 })
    return 'written'
  }
  const known = parseEnv(readFileSync(file, 'utf8'))
  const missing = requiredNames().filter((name) => !known[name])
  if (missing.length > 0) {
    throw new Stop(
      `${path.basename(file)} lacks ${missing.join(', ')}: copy from .dev.vars.example, or remove the file to get a new one.`,
    )
  }
  return 'kept'
}

// A name of the example is required when the comment above it says so.
export function requiredNames(): string[] {
  const example = readFileSync(path.join(ROOT, '.dev.vars.example'), 'utf8')
  return example
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.includes('Required.'))
    .flatMap((paragraph) => [...paragraph.matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name))
}

async function freshSecrets(): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const pushes = await generateKeyPair('ES256', { extractable: true })
  const key = { ...(await exportJWK(privateKey)), kid: `dev-${random(6)}` }
  return [
    '# Made by `npm start` for this machine only. See .dev.vars.example for what each is.',
    `SESSION_KEY='${JSON.stringify(key)}'`,
    // Recognisable, so that production can refuse it.
    `TOKEN_KEY=dev-${random(32)}`,
    // Without a subject nothing leaves this machine: browsers subscribe, pushes end in /dev/inbox.
    `VAPID_KEY='${JSON.stringify(await exportJWK(pushes.privateKey))}'`,
    'LINE_LOGIN_CHANNEL_ID=sim_line',
    'LINE_LOGIN_CHANNEL_SECRET=sim_line_secret',
    'STRIPE_SECRET_KEY=sk_sim_talat',
    'STRIPE_PUBLISHABLE_KEY=pk_sim_talat',
    'STRIPE_WEBHOOK_SECRETS=whsec_sim_talat',
    '',
  ].join('\n')
}

const random = (bytes: number) =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString('base64url')
