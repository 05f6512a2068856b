import { exportJWK, generateKeyPair } from 'jose'

/** The variables and secrets of a test run: fresh keys, cheap passwords, the simulator's Stripe keys. */
export async function testVariables(): Promise<Record<string, string>> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  return {
    ENVIRONMENT: 'test',
    DATABASE: 'd1',
    PUBLIC_ORIGIN: 'http://127.0.0.1:8788',
    PASSWORD_COST: '10',
    AUTH_CALLS_PER_MINUTE: '600',
    SESSION_KEY: JSON.stringify({ ...(await exportJWK(privateKey)), kid: 'test' }),
    TOKEN_KEY: Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url'),
    STRIPE_SECRET_KEY: 'sk_sim_talat',
    STRIPE_PUBLISHABLE_KEY: 'pk_sim_talat',
    STRIPE_WEBHOOK_SECRETS: 'whsec_sim_talat',
    STRIPE_API_BASE: 'http://127.0.0.1:8789',
    STRIPE_JS_URL: 'http://127.0.0.1:8789/v3/stripe.js',
  }
}
