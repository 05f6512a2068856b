import { describe, expect, it } from 'vitest'
import { forgottenRefreshCookie, refreshCookie, refreshTokenOf } from '#src/auth/cookie.ts'
import { newDeviceProof, provenDevice } from '#src/auth/device.ts'
import { network } from '#src/auth/limits.ts'

describe('the refresh cookie', () => {
  it('is for this host only, hidden from scripts, and survives coming back from a bank', () => {
    expect(refreshCookie('abc', 60.9)).toBe(
      '__Host-talat_rt=abc; Max-Age=60; Path=/; Secure; HttpOnly; SameSite=Lax',
    )
    expect(forgottenRefreshCookie()).toContain('__Host-talat_rt=; Max-Age=0; Path=/; Secure')
  })

  it.each([
    ['__Host-talat_rt=abc', 'abc'],
    ['a=1; __Host-talat_rt=abc; b=2', 'abc'],
    ['__Host-talat_rt=first; __Host-talat_rt=second', 'first'],
    ['__Host-talat_rt=a=b', 'a=b'],
    ['__Host-talat_rt=', null],
    ['x__Host-talat_rt=abc', null],
    ['__host-talat_rt=abc', null],
    ['', null],
    [undefined, null],
  ])('is read from %j as %j', (header, token) => {
    expect(refreshTokenOf(header)).toBe(token)
  })
})

describe('the proof of a device', () => {
  const KEY = 'k'.repeat(43)

  it('holds for the account it was given for and no other', async () => {
    const proof = await newDeviceProof(KEY, 'nok@example.com')
    expect(await provenDevice(KEY, 'nok@example.com', proof)).toMatch(/^[\w-]{43}$/)
    expect(await provenDevice(KEY, 'somchai@example.com', proof)).toBeNull()
    expect(await provenDevice(`${KEY}x`, 'nok@example.com', proof)).toBeNull()
  })

  it.each([null, '', '.', 'a.b', 'a', 'a.b.c'])('cannot be %j', async (proof) => {
    expect(await provenDevice(KEY, 'nok@example.com', proof)).toBeNull()
  })
})

describe('a client for a limit', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('at %s counts as %s', (address, counted) => {
    expect(network(address)).toBe(counted)
  })
})
