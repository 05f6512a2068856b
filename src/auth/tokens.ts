import * as jose from 'jose'
import * as z from 'zod'
import { Problem } from '#src/common/problem.ts'
import type { Principal } from '#src/config/http-env.ts'

const ISSUER = 'talat'
const AUDIENCE = 'talat-api'
const TYPE = 'at+jwt'
const ALGORITHM = 'ES256'
/** How far the clocks of two of our machines may be apart. */
const TOLERANCE_SECONDS = 5

/** Access tokens: JWTs as of RFC 9068, signed with ES256. */
export type AccessTokens = {
  /** Signs a token for `principal`; `expiresIn` in seconds. */
  issue(principal: Principal, now: Date): Promise<{ accessToken: string; expiresIn: number }>
  /** Whom a token speaks for, or null when it is not one of ours or not valid now. */
  verify(token: string, now: Date): Promise<Principal | null>
  /** The public halves of the signing keys, as a JWK set. */
  publicKeys(): Promise<{ keys: jose.JWK[] }>
}

const Claims = z.object({
  sub: z.string().min(1),
  sid: z.string().min(1),
  roles: z.array(z.string()),
  iat: z.number(),
  exp: z.number(),
})

const Jwk = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  kid: z.string().min(1),
  x: z.string(),
  y: z.string(),
  d: z.string(),
})
const KeyText = z.union([
  Jwk.transform((key) => [key]),
  z.object({ keys: z.array(Jwk).min(1) }).transform((set) => set.keys),
])

type Keys = {
  sign: { kid: string; key: CryptoKey }
  verify: Map<string, CryptoKey>
  published: jose.JWK[]
  /** Tokens whose signature was checked: a device sends the same one for minutes. */
  believed: Map<string, Believed>
}
type Believed = { principal: Principal; checkedAt: Date; endsAt: Date }
const MAX_BELIEVED = 2000

// What a clock may be off by is left to the whole check.
const isAlive = ({ checkedAt, endsAt }: Believed, now: Date) => checkedAt <= now && now < endsAt

/**
 * `sessionKey` is one ES256 private key as JWK JSON with a `kid`, or a JWK set of them: the first
 * signs, all verify, so that a key can be replaced while its last tokens are alive.
 * @throws Problem `misconfigured` on first use of a key that is none
 */
export function createAccessTokens(sessionKey: string, lifeMs: number): AccessTokens {
  const expiresIn = Math.floor(lifeMs / 1000)
  return {
    async issue({ userId, sessionId, roles }, now) {
      const { sign } = await keysOf(sessionKey)
      const issuedAt = Math.floor(now.getTime() / 1000)
      const accessToken = await new jose.SignJWT({ sid: sessionId, roles: [...roles] })
        .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: sign.kid })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(userId)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + expiresIn)
        .sign(sign.key)
      return { accessToken, expiresIn }
    },

    async verify(token, now) {
      const { verify, believed } = await keysOf(sessionKey)
      const known = believed.get(token)
      if (known !== undefined && isAlive(known, now)) return known.principal
      try {
        const { payload } = await jose.jwtVerify(token, keyNamedBy(verify), {
          algorithms: [ALGORITHM],
          issuer: ISSUER,
          audience: AUDIENCE,
          typ: TYPE,
          requiredClaims: ['exp', 'iat', 'sub'],
          maxTokenAge: expiresIn,
          clockTolerance: TOLERANCE_SECONDS,
          currentDate: now,
        })
        const { sub, sid, roles, iat, exp } = Claims.parse(payload)
        const principal = { userId: sub, sessionId: sid, roles }
        if (believed.size >= MAX_BELIEVED) believed.delete(believed.keys().next().value ?? '')
        const endsAt = new Date(Math.min(exp, iat + expiresIn) * 1000)
        believed.set(token, { principal, checkedAt: now, endsAt })
        return principal
      } catch {
        return null
      }
    },

    async publicKeys() {
      return { keys: (await keysOf(sessionKey)).published }
    },
  }
}

const keyNamedBy = (known: Map<string, CryptoKey>) => (header: jose.JWTHeaderParameters) => {
  const key = header.kid === undefined ? undefined : known.get(header.kid)
  if (key === undefined) throw new jose.errors.JWKSNoMatchingKey()
  return key
}

// Importing a key costs more than a signature: once an isolate is enough.
const imported = new Map<string, Keys>()

async function keysOf(sessionKey: string): Promise<Keys> {
  const known = imported.get(sessionKey)
  if (known !== undefined) return known
  const keys = await importKeys(sessionKey)
  imported.set(sessionKey, keys)
  return keys
}

async function importKeys(sessionKey: string): Promise<Keys> {
  const [first, ...older] = parseKeys(sessionKey)
  if (first === undefined) throw unusable()
  const verify = new Map<string, CryptoKey>()
  const published: jose.JWK[] = []
  for (const { d: _, ...open } of [first, ...older]) {
    verify.set(open.kid, await asKey(open))
    published.push({ ...open, alg: ALGORITHM, use: 'sig' })
  }
  return {
    sign: { kid: first.kid, key: await asKey(first) },
    verify,
    published,
    believed: new Map(),
  }
}

function parseKeys(sessionKey: string) {
  try {
    return KeyText.parse(JSON.parse(sessionKey))
  } catch {
    throw unusable()
  }
}

async function asKey(jwk: jose.JWK): Promise<CryptoKey> {
  const key = await jose.importJWK(jwk, ALGORITHM).catch(() => undefined)
  if (key === undefined || key instanceof Uint8Array) throw unusable()
  return key
}

const unusable = () =>
  new Problem('misconfigured', { detail: 'SESSION_KEY is not an ES256 private key with a kid.' })
