import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loader } from '../../app/dev/ui.tsx'
import { createStorefront, type StorefrontEnv } from '../../app/load-context.ts'

const nothing = () => Promise.reject(new Error('not called'))
const bindings = { API: { fetch: nothing }, SESSION: { check: nothing, fetch: nothing } }

function open(env: StorefrontEnv) {
  const request = new Request('https://talat.example/dev/ui')
  const context = createStorefront(request, env)
  try {
    return loader({ context, request, params: {} } as unknown as Parameters<typeof loader>[0])
  } catch (thrown) {
    return thrown
  }
}

describe('the gallery of components', () => {
  it('is open on a developer’s machine', () => {
    expect(open({ ...bindings, ENVIRONMENT: 'development' })).not.toBeInstanceOf(Response)
  })

  it('is not there in production, nor where nothing was said', () => {
    for (const env of [bindings, { ...bindings, ENVIRONMENT: 'production' }]) {
      expect((open(env) as Response).status).toBe(404)
    }
  })

  it('cannot be opened by what a deployment carries', () => {
    expect(readFileSync('app/wrangler.toml', 'utf8')).not.toContain('ENVIRONMENT')
  })
})
