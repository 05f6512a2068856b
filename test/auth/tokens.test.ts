import { base64url, CompactSign, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { type AccessTokens, createAccessTokens } from '#src/auth/tokens.ts'
import { isProblem } from '#src/common/problem.ts'

const NOW = new Date('2026-11-22T03:00:00Z')
const seconds = (at: Date) => Math.floor(at.getTime() / 1000)
const later = (by: number) => new Date(NOW.getTime() + by * 1000)
const LIFE_MS = 600_000
const principal = { userId: 'usr_1', sessionId: 'ses_1', roles: ['operator'] }
const GOOD: JWTPayload = {
  iss: 'talat',
  aud: 'talat-api',
  sub: 'usr_1',
  sid: 'ses_1',
  roles: [],
  iat: seconds(NOW),
  exp: seconds(NOW) + 600,
}
const HEADER = { alg: 'ES256', typ: 'at+jwt', kid: 'one' }

type Key = { private: CryptoKey; text: string; publicText: string }
let one: Key
let other: Key
let tokens: AccessTokens

async function newKey(kid: string): Promise<Key> {
  const pair = await generateKeyPair('ES256', { extractable: true })
  const jwk = { ...(await exportJWK(pair.privateKey)), kid }
  const publicText = JSON.stringify(await exportJWK(pair.publicKey))
  return { private: pair.privateKey, text: JSON.stringify(jwk), publicText }
}

const sign = (payload: JWTPayload, header: object = {}, key = one.private) =>
  new SignJWT(payload).setProtectedHeader({ ...HEADER, ...header }).sign(key)

beforeAll(async () => {
  one = await newKey('one')
  other = await newKey('two')
  tokens = createAccessTokens(one.text, LIFE_MS)
})

describe('an access token', () => {
  it('says who it was issued to, for ten minutes', async () => {
    const { accessToken, expiresIn } = await tokens.issue(principal, NOW)
    expect(expiresIn).toBe(600)
    expect(await tokens.verify(accessToken, later(599))).toEqual(principal)
    expect(await tokens.verify(accessToken, later(606))).toBeNull()
  })

  it('that was believed before ends when it ends, however late it says that is', async () => {
    for (const exp of [seconds(NOW) + 600, seconds(NOW) + 86_400]) {
      const token = await sign({ ...GOOD, exp })
      expect(await tokens.verify(token, NOW)).toMatchObject({ userId: 'usr_1' })
      expect(await tokens.verify(token, later(599))).toMatchObject({ userId: 'usr_1' })
      expect(await tokens.verify(token, later(606))).toBeNull()
      expect(await tokens.verify(token, later(-60))).toBeNull()
    }
  })

  it('that was believed before lends nothing to one that differs by a letter', async () => {
    const token = await sign(GOOD)
    expect(await tokens.verify(token, NOW)).toMatchObject({ userId: 'usr_1' })
    const [head, , signature] = token.split('.')
    const body = base64url.encode(JSON.stringify({ ...GOOD, sub: 'usr_2' }))
    expect(await tokens.verify(`${head}.${body}.${signature}`, NOW)).toBeNull()
    expect(await tokens.verify(`${token}A`, NOW)).toBeNull()
    expect(await createAccessTokens(other.text, LIFE_MS).verify(token, NOW)).toBeNull()
  })

  it('is verified by the published keys, which hold no private part', async () => {
    const { keys } = await tokens.publicKeys()
    expect(keys).toEqual([
      expect.objectContaining({ kid: 'one', alg: 'ES256', use: 'sig', kty: 'EC' }),
    ])
    expect(JSON.stringify(keys)).not.toContain('"d"')
  })

  it('outlives the replacement of the key that signed it', async () => {
    const { accessToken } = await tokens.issue(principal, NOW)
    const both = JSON.stringify({ keys: [JSON.parse(other.text), JSON.parse(one.text)] })
    const replaced = createAccessTokens(both, LIFE_MS)
    expect(await replaced.verify(accessToken, NOW)).toEqual(principal)
    const fresh = await replaced.issue(principal, NOW)
    expect(await tokens.verify(fresh.accessToken, NOW)).toBeNull()
    expect((await replaced.publicKeys()).keys.map((key) => key.kid)).toEqual(['two', 'one'])
  })

  it('cannot be made from a key that is none', async () => {
    for (const text of [
      '',
      'x',
      '{}',
      '{"kty":"EC","crv":"P-256","kid":"a","x":"a","y":"b","d":"c"}',
    ]) {
      const error = await createAccessTokens(text, LIFE_MS)
        .issue(principal, NOW)
        .catch((reason: unknown) => reason)
      expect(isProblem(error, 'misconfigured')).toBe(true)
    }
  })
})

describe('a forged or foreign token is refused (A7)', () => {
  const refused = async (token: string, at = NOW) => {
    expect(await tokens.verify(token, at), token.slice(0, 120)).toBeNull()
  }
  const compact = (header: object, payload: object, signature: string) =>
    `${[JSON.stringify(header), JSON.stringify(payload)]
      .map((part) => base64url.encode(part))
      .join('.')}.${signature}`

  it('is accepted when nothing is wrong with it', async () => {
    expect(await tokens.verify(await sign(GOOD), NOW)).toEqual({ ...principal, roles: [] })
  })

  it('alg none, in any spelling, with and without a signature', async () => {
    const [, , signature = ''] = (await sign(GOOD)).split('.')
    for (const alg of ['none', 'None', 'NONE', 'nOnE', '']) {
      await refused(compact({ ...HEADER, alg }, GOOD, ''))
      await refused(compact({ ...HEADER, alg }, GOOD, signature))
    }
  })

  it('HS256 with the public key as its secret', async () => {
    const secrets = [one.publicText, JSON.stringify((await tokens.publicKeys()).keys[0]), one.text]
    for (const secret of secrets) {
      for (const alg of ['HS256', 'HS384', 'HS512']) {
        const padded = new TextEncoder().encode(secret.padEnd(64))
        await refused(await new SignJWT(GOOD).setProtectedHeader({ ...HEADER, alg }).sign(padded))
      }
    }
  })

  it.each([
    ['another audience', { aud: 'talat-admin' }],
    ['no audience', { aud: undefined }],
    ['another issuer', { iss: 'https://evil.example' }],
    ['no issuer', { iss: undefined }],
    ['expired', { exp: seconds(NOW) - 6 }],
    ['no expiry', { exp: undefined }],
    ['issued in the future', { iat: seconds(NOW) + 60 }],
    [
      'issued too long ago, whatever its expiry says',
      { iat: seconds(NOW) - 700, exp: 4_102_444_800 },
    ],
    ['no issue time', { iat: undefined }],
    ['not valid yet', { nbf: seconds(NOW) + 60 }],
    ['no subject', { sub: undefined }],
    ['an empty subject', { sub: '' }],
    ['no session', { sid: undefined }],
    ['a session that is no text', { sid: 7 }],
    ['roles that are no list', { roles: 'operator' }],
    ['roles that are no texts', { roles: [{ operator: true }] }],
    ['no roles', { roles: undefined }],
  ])('%s', async (_, change) => {
    await refused(await sign({ ...GOOD, ...change } as JWTPayload))
  })

  it.each([
    ['an ID token', { typ: 'JWT' }],
    ['no type', { typ: undefined }],
    ['an unknown kid', { kid: 'two' }],
    ['no kid', { kid: undefined }],
    ['a kid that is a path', { kid: '../../dev/null' }],
    ['a kid that is SQL', { kid: "one' or '1'='1" }],
    ['a kid from the prototype', { kid: '__proto__' }],
    ['a kid of another case', { kid: 'ONE' }],
    ['a critical header we do not know', { crit: ['talat'], talat: 1 }],
  ])('%s', async (_, change) => {
    const header = JSON.parse(JSON.stringify({ ...HEADER, ...change }))
    const signer = new CompactSign(new TextEncoder().encode(JSON.stringify(GOOD)))
    await refused(
      await signer.setProtectedHeader(header).sign(one.private, { crit: { talat: true } }),
    )
  })

  it('signed by another key under our kid, also one that the token brings along', async () => {
    await refused(await sign(GOOD, {}, other.private))
    await refused(await sign(GOOD, { jwk: JSON.parse(other.publicText) }, other.private))
    await refused(await sign(GOOD, { jku: 'https://evil.example/jwks' }, other.private))
  })

  it('cut, changed or not a token at all', async () => {
    const good = await sign(GOOD)
    const [head = '', , signature = ''] = good.split('.')
    const raised = base64url.encode(JSON.stringify({ ...GOOD, roles: ['operator'] }))
    const texts = [
      '',
      '.',
      '..',
      'a.b.c',
      head,
      `${head}..${signature}`,
      `${good}.x`,
      good.slice(1),
    ]
    for (const text of [...texts, good.slice(0, -4), `${head}.${raised}.${signature}`]) {
      await refused(text)
    }
  })
})
