const encoder = new TextEncoder()

/**
 * The value of `Stripe-Signature` for a body: `t=…,v1=…`, one v1 (hex HMAC-SHA256 of
 * `timestamp.body`) for each secret.
 */
export async function signatureHeader(
  body: string,
  secrets: readonly string[],
  timestampSeconds: number,
): Promise<string> {
  const signatures = await Promise.all(
    secrets.map((secret) => hmac(secret, `${timestampSeconds}.${body}`)),
  )
  return [`t=${timestampSeconds}`, ...signatures.map((hex) => `v1=${hex}`)].join(',')
}

async function hmac(secret: string, text: string): Promise<string> {
  const key = await crypto.subtle.importKey(
    'raw',
    encoder.encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
