import { exportJWK, generateKeyPair } from 'jose'

/** The variables and secrets of a test run: fresh keys, cheap passwords, the simulator's Stripe keys. */
export async function testVariables(): Promise<Record<string, string>> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const pushes = await generateKeyPair('ES256', { extractable: true })
  return {
    ENVIRONMENT: 'test',
    DATABASE: 'd1',
    PUBLIC_ORIGIN: 'http://127.0.0.1:8788',
    PASSWORD_COST: '10',
    AUTH_CALLS_PER_MINUTE: '600',
    SESSION_KEY: JSON.stringify({ ...(await exportJWK(privateKey)), kid: 'test' }),
    TOKEN_KEY: Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url'),
    VAPID_KEY: JSON.stringify(await exportJWK(pushes.privateKey)),
    LINE_LOGIN_CHANNEL_ID: 'sim_line',
    LINE_LOGIN_CHANNEL_SECRET: 'sim_line_secret',
    LINE_LOGIN_BASE: 'http://127.0.0.1:8789/line',
    STRIPE_SECRET_KEY: 'sk_sim_talat',
    STRIPE_PUBLISHABLE_KEY: 'pk_sim_talat',
    STRIPE_WEBHOOK_SECRETS: 'whsec_sim_talat',
    STRIPE_API_BASE: 'http://127.0.0.1:8789',
    STRIPE_JS_URL: 'http://127.0.0.1:8789/v3/stripe.js',
  }
}

/** Twenty-odd different letters of base64url, as thirty-two random bytes have. */
export const RANDOM_KEY = 'q3Vf8sZ1bN-0yJtXw5cRkLh7UaGmPeD2oT6iQxB_9Eg'

/** Variables and secrets that production takes, none of them anybody's. */
export const productionVariables = {
  ENVIRONMENT: 'production',
  DATABASE: 'd1',
  PUBLIC_ORIGIN: 'https://talat.co.th',
  SESSION_KEY: '{"kty":"EC","crv":"P-256","kid":"2026-11","x":"x","y":"y","d":"d"}',
  TOKEN_KEY: RANDOM_KEY,
  STRIPE_SECRET_KEY: 'sk_live_51abc',
  STRIPE_PUBLISHABLE_KEY: 'pk_live_51abc',
  STRIPE_WEBHOOK_SECRETS: 'whsec_new, whsec_old',
  EMAIL_PROVIDER: 'resend',
  EMAIL_FROM: 'Talat <no-reply@talat.co.th>',
  RESEND_API_KEY: 're_123',
  VAPID_SUBJECT: 'mailto:ops@talat.co.th',
}
