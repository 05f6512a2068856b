import { newSecret } from '#src/common/id.ts'
import { derive } from './keyed.ts'

/**
 * A device that has signed in to an account keeps a proof of it, and has password tries of its own:
 * a stranger who uses up the account's tries does not lock its owner out. It proves nothing else.
 * Source: OWASP, Slow Down Online Guessing Attacks with Device Cookies.
 */
export const DEVICE_COOKIE = '__Host-talat_dv'
const KEPT_SECONDS = 365 * 24 * 60 * 60

/** A proof for this account, as the cookie holds it. */
export async function newDeviceProof(tokenKey: string, email: string): Promise<string> {
  const device = newSecret()
  return `${device}.${await sign(tokenKey, email, device)}`
}

/** The device that a proof names, or null when it is not one for this account. */
export async function provenDevice(
  tokenKey: string,
  email: string,
  proof: string | null,
): Promise<string | null> {
  const [device = '', signature] = proof?.split('.') ?? []
  return signature !== undefined && signature === (await sign(tokenKey, email, device))
    ? device
    : null
}

/** A Set-Cookie value that keeps the proof for a year. */
export const deviceCookie = (proof: string): string =>
  `${DEVICE_COOKIE}=${proof}; Max-Age=${KEPT_SECONDS}; Path=/; Secure; HttpOnly; SameSite=Lax`

const sign = (tokenKey: string, email: string, device: string) =>
  derive(tokenKey, 'device', JSON.stringify([email, device]))
