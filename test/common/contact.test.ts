import { describe, expect, it } from 'vitest'
import { e164, email, thaiPhone } from '#src/common/contact.ts'

describe('a Thai phone number', () => {
  it.each([
    ['0812345678', '+66812345678'],
    ['081-234-5678', '+66812345678'],
    [' 08 1234 5678 ', '+66812345678'],
    ['(081) 234.5678', '+66812345678'],
    ['+66812345678', '+66812345678'],
    ['+66 81 234 5678', '+66812345678'],
    ['+66 (0)81 234 5678', '+66812345678'],
    ['66812345678', '+66812345678'],
    ['0066812345678', '+66812345678'],
    ['๐๘๑๒๓๔๕๖๗๘', '+66812345678'],
    ['０８１２３４５６７８', '+66812345678'],
    ['0612345678', '+66612345678'],
    ['0912345678', '+66912345678'],
    ['021234567', '+6621234567'],
    ['+66 2 123 4567', '+6621234567'],
    ['053123456', '+6653123456'],
    ['075123456', '+6675123456'],
    ['081‑234–5678', '+66812345678'],
  ])('%s is kept as %s', (written, kept) => {
    expect(e164(written)).toBe(kept)
    expect(thaiPhone.parse(written)).toBe(kept)
  })

  it.each([
    '',
    '081234567',
    '08123456789',
    '0112345678',
    '0012345678',
    '+1 212 555 0100',
    '+65 8123 4567',
    '191',
    'call me',
    '0812345678 ext 2',
    '066812345678',
    '+66+812345678',
  ])('%j is refused', (written) => {
    expect(e164(written)).toBeUndefined()
    expect(thaiPhone.safeParse(written).success).toBe(false)
  })
})

describe('an email', () => {
  it.each([
    ['Somchai@Example.com', 'somchai@example.com'],
    ['  nok@example.co.th ', 'nok@example.co.th'],
    ['ｎｏｋ@ｅｘａｍｐｌｅ.com', 'nok@example.com'],
    ['a+b@example.com', 'a+b@example.com'],
  ])('%s is the account %s', (written, kept) => {
    expect(email.parse(written)).toBe(kept)
  })

  it.each(['', 'nok', 'nok@', '@example.com', 'a b@example.com', `${'a'.repeat(250)}@example.com`])(
    '%j is refused',
    (written) => {
      expect(email.safeParse(written).success).toBe(false)
    },
  )
})
