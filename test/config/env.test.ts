import { describe, expect, it } from 'vitest'
import { isProblem } from '#src/common/problem.ts'
import { type Env, readConfig } from '#src/config/env.ts'
import { productionVariables, RANDOM_KEY, testVariables } from '#test/support/test-variables.ts'

const ours: Record<string, string> = productionVariables
const read = (variables: Record<string, string>) => readConfig(variables as unknown as Env)

/** What the log says of a configuration that is refused; undefined when it is taken. */
function refusal(variables: Record<string, string>): string | undefined {
  try {
    read(variables)
    return undefined
  } catch (error) {
    if (isProblem(error, 'misconfigured')) return error.detail.detail
    throw error
  }
}

describe('A configuration', () => {
  it('of production is taken when everything in it is our own', () => {
    expect(refusal(ours)).toBeUndefined()
    expect(refusal({ ...ours, ALLOWED_ORIGINS: 'https://m.talat.co.th' })).toBeUndefined()
    expect(read({ ...ours }).STRIPE_WEBHOOK_SECRETS).toEqual(['whsec_new', 'whsec_old'])
  })

  it.each([
    ['PUBLIC_ORIGIN', 'http://talat.co.th'],
    ['PUBLIC_ORIGIN', 'https://127.0.0.1:8788'],
    ['PUBLIC_ORIGIN', 'https://localhost'],
    ['PUBLIC_ORIGIN', 'https://[::1]'],
    ['PUBLIC_ORIGIN', 'https://talat.co.th/shop'],
    ['PUBLIC_ORIGIN', 'https://user@talat.co.th'],
    ['ALLOWED_ORIGINS', 'https://m.talat.co.th,http://m.talat.co.th'],
    ['ALLOWED_ORIGINS', '*'],
    ['SESSION_KEY', '{"kty":"EC","crv":"P-256","kid":"dev-abc","x":"x","y":"y","d":"d"}'],
    ['SESSION_KEY', '{"kty":"EC","crv":"P-256","kid":"example","x":"x","y":"y","d":"d"}'],
    ['TOKEN_KEY', 'replace-with-32-random-bytes-as-base64url'],
    ['TOKEN_KEY', `dev-${RANDOM_KEY}`],
    ['TOKEN_KEY', 'k'.repeat(43)],
    ['TOKEN_KEY', RANDOM_KEY.slice(0, 40)],
    ['PASSWORD_COST', '13'],
    ['STRIPE_SECRET_KEY', 'sk_sim_talat'],
    ['STRIPE_PUBLISHABLE_KEY', 'pk_sim_talat'],
    ['STRIPE_WEBHOOK_SECRETS', 'whsec_new,whsec_sim_talat'],
    ['STRIPE_API_BASE', 'https://api.stripe.com'],
    ['LINE_LOGIN_BASE', 'https://line.example'],
    ['STRIPE_JS_URL', 'http://127.0.0.1:8789/v3/stripe.js'],
    ['STRIPE_JS_URL', 'http://js.stripe.com/v3/'],
    ['STRIPE_JS_URL', 'https://js.stripe.com.evil.example/v3/'],
  ])('of production is refused for %s=%s, and the log names it', (name, value) => {
    const said = refusal({ ...ours, [name]: value })
    expect(said).toContain(`${name} (`)
    const others = Object.keys(ours).filter((other) => other !== name)
    for (const other of others) expect(said).not.toContain(`${other} (`)
  })

  it('of production that is the tests’ own names everything in it at once', async () => {
    const said = refusal({ ...(await testVariables()), ENVIRONMENT: 'production' })
    for (const name of ['PUBLIC_ORIGIN', 'PASSWORD_COST', 'STRIPE_API_BASE', 'STRIPE_JS_URL']) {
      expect(said).toContain(name)
    }
  })

  it('of development may be all that', async () => {
    const variables = { ...(await testVariables()), ENVIRONMENT: 'development' }
    expect(refusal(variables)).toBeUndefined()
  })
})
