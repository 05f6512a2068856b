import { expect, it } from 'vitest'
import {
  asBytes,
  fromState,
  isLineUser,
  readAsked,
  signedBytes,
  toState,
} from '#src/user/line/rules.ts'

const NOW = new Date('2026-11-24T09:00:00Z')
const asked = { locale: 'en', nonce: 'n', untilMs: NOW.getTime() + 1 } as const

it('What goes to LINE comes back as it was', () => {
  const signature = Uint8Array.of(1, 2, 3)
  const back = fromState(toState(asBytes(asked), signature))
  expect(readAsked(back.said, NOW)).toEqual(asked)
  expect(back.signature).toEqual(signature)
})

it('An errand of too long ago is none', () => {
  expect(readAsked(asBytes({ ...asked, untilMs: NOW.getTime() }), NOW)).toBeUndefined()
})

it('What is signed differs by the account', () => {
  const said = asBytes(asked)
  expect(signedBytes(said, 'usr_1')).not.toEqual(signedBytes(said, 'usr_2'))
})

it.each([
  [`U${'0123456789abcdef'.repeat(2)}`, true],
  [`C${'0'.repeat(32)}`, false],
  [`U${'0'.repeat(31)}`, false],
  [`U${'0'.repeat(32)}\n`, false],
  [`U${'A'.repeat(32)}`, false],
])('Of %j it is known whether it is a user of LINE: %s', (id, is) => {
  expect(isLineUser(id)).toBe(is)
})
