import { exportJWK, generateKeyPair } from 'jose'

/** Keys for one run of a bench, and the simulator's payment keys. */
export async function freshSecrets(): Promise<Record<string, string>> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  return {
    SESSION_KEY: JSON.stringify({ ...(await exportJWK(privateKey)), kid: 'bench' }),
    TOKEN_KEY: Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url'),
    STRIPE_SECRET_KEY: 'sk_sim_talat',
    STRIPE_PUBLISHABLE_KEY: 'pk_sim_talat',
    STRIPE_WEBHOOK_SECRETS: 'whsec_sim_talat',
  }
}
