import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../..')

// Each rule with a file that breaks it and what that file imports.
const PLANTED: [rule: string, file: string, imports: string][] = [
  ['no-cycles', 'src/common/a.ts', './b.ts'],
  ['rules-are-pure', 'src/order/rules.ts', '#src/config/env.ts'],
  ['routes-call-services', 'src/order/routes.ts', './repository.ts'],
  ['only-routes-know-http', 'src/order/service.ts', 'hono'],
  ['only-repositories-query', 'src/order/schema.ts', 'drizzle-orm'],
  ['services-use-repositories', 'src/user/service.ts', '#src/database/open.ts'],
  ['repositories-are-private', 'src/order/cart/service.ts', '../repository.ts'],
  ['one-way-modules-user', 'src/user/profile/service.ts', '#src/product/index.ts'],
  ['one-way-modules-product', 'src/product/service.ts', '#src/order/index.ts'],
  ['nobody-knows-chat', 'src/order/group/service.ts', '#src/chat/index.ts'],
  ['modules-by-their-face', 'src/order/cart/schema.ts', '#src/product/schema.ts'],
  ['shared-knows-no-domain', 'src/auth/password.ts', '#src/user/index.ts'],
  ['common-is-the-floor', 'src/common/id.ts', '../config/env.ts'],
  ['adapters-are-composed', 'src/order/payment/service.ts', './providers/stripe.ts'],
  ['durable-objects-stand-alone', 'durable-objects/room.ts', '#src/order/repository.ts'],
  ['app-speaks-through-the-client', 'app/storefront/home.tsx', '../../src/order/service.ts'],
  ['portals-are-strangers', 'app/seller/orders.tsx', '../admin/orders.tsx'],
  ['src-never-imports-app', 'src/compose.ts', '../app/seller/orders.tsx'],
  ['no-orphans', 'src/product/lonely.ts', ''],
  ['nobody-imports-tests', 'src/jobs.ts', '../test/support/make.ts'],
]

// The other half of the planted cycle, which is reported once.
const CYCLE: [file: string, imports: string] = ['src/common/b.ts', './a.ts']

// Imports that break nothing, so that a rule that is too wide is noticed.
const ALLOWED: [file: string, imports: string][] = [
  ['src/order/cart/rules.ts', '#src/config/settings.ts'],
  ['src/order/refund/service.ts', '#src/database/portable.ts'],
  ['src/order/refund/repository.ts', 'drizzle-orm'],
  ['src/product/routes.ts', 'hono'],
  ['src/order/refund/index.ts', '#src/product/index.ts'],
  ['src/app.ts', './order/payment/providers/index.ts'],
  ['app/account/sign-in.tsx', '../../src/product/schema.ts'],
  ['durable-objects/inbox.ts', '#src/auth/ticket.ts'],
]

type Violation = { from: string; rule: { name: string } }

describe('the boundaries', () => {
  const tree = mkdtempSync(path.join(tmpdir(), 'talat-boundaries-'))
  let violations: Violation[] = []

  beforeAll(async () => {
    violations = await cruise(tree)
  }, 60_000)
  afterAll(() => rmSync(tree, { recursive: true, force: true }))

  it.each(PLANTED)('%s catches %s', (rule, file) => {
    const caught = violations.filter(({ from }) => from === file).map(({ rule: { name } }) => name)
    expect(caught).toContain(rule)
  })

  it.each(ALLOWED)('%s may import %s', (file) => {
    const ofFile = violations.filter(
      ({ from, rule }) => from === file && rule.name !== 'no-orphans',
    )
    expect(ofFile).toEqual([])
  })
})

async function cruise(tree: string): Promise<Violation[]> {
  const files = [...PLANTED.map(([, file, imports]) => [file, imports] as const), CYCLE, ...ALLOWED]
  for (const [file, imports] of files) {
    const target = imports.startsWith('#')
      ? imports.slice(1)
      : path.join(path.dirname(file), imports)
    if (/^[#.]/.test(imports)) write(tree, target, 'export {}\n')
  }
  for (const [file, imports] of files) {
    write(tree, file, imports === '' ? 'export {}\n' : `import '${imports}'\nexport {}\n`)
  }
  write(tree, 'package.json', '{ "type": "module", "imports": { "#src/*": "./src/*" } }')
  write(tree, 'tsconfig.json', '{ "compilerOptions": { "allowImportingTsExtensions": true } }')
  cpSync(path.join(ROOT, 'test/architecture/boundaries.cjs'), path.join(tree, 'boundaries.cjs'))
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(tree, 'node_modules'))

  const command = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = ['--config', 'boundaries.cjs', '-T', 'json', 'src', 'app', 'durable-objects']
  // It ends with the number of violations, so only its answer says how it went.
  const answer = await new Promise<string>((resolve) =>
    execFile(process.execPath, [command, ...args], { cwd: tree, maxBuffer: 1e8 }, (_, out) =>
      resolve(out),
    ),
  )
  return (JSON.parse(answer) as { summary: { violations: Violation[] } }).summary.violations
}

function write(tree: string, file: string, text: string): void {
  mkdirSync(path.dirname(path.join(tree, file)), { recursive: true })
  writeFileSync(path.join(tree, file), text)
}
