import { describe, expect, it } from 'vitest'
import { passwordFault } from '#src/user/auth/rules.ts'

const fault = (password: string) => passwordFault(password, 'somchai@example.com')

describe('a new password', () => {
  it.each([
    'correct horse battery staple',
    'ข้าวผัดกะเพราไข่ดาว',
    '🦆🦆🐔🐔🦆🐔🐔🦆',
    '        x       ',
    'aB3$aB3$',
    'ตลาดน้ำวัดไทร',
    'ก'.repeat(60) + 'ข'.repeat(68),
  ])('%j may be used: any characters, from 8 to 128 of them', (password) => {
    expect(fault(password)).toBeUndefined()
  })

  it.each(['', 'short', 'seven77', '🦆'.repeat(7)])('%j is too short', (password) => {
    expect(fault(password)).toEqual({ fault: 'too_short', limit: 8 })
  })

  it('counts characters as people do, up to 128', () => {
    expect(fault('🦆🐔'.repeat(64))).toBeUndefined()
    expect(fault(`${'🦆🐔'.repeat(64)}x`)).toEqual({ fault: 'too_long', limit: 128 })
  })

  it.each([
    'password',
    'PASSWORD1',
    'P@ssw0rd',
    'qwertyuiop',
    '123456789a',
    'iloveyou',
    'thailand123',
    'sawasdee',
    'kasikorn',
    'รหัสผ่าน',
    'รหัสผ่าน123',
    'ประเทศไทย',
    'สวัสดีครับ',
    'ฉันรักเธอ',
    'l;ylfu86iy[',
    'ｐａｓｓｗｏｒｄ',
    '5555555555',
    'aaaaaaaa',
    'กกกกกกกก',
    '12345678',
    '23456789',
    '๑๒๓๔๕๖๗๘',
    '98765432',
    'abcdefghij',
  ])('%j is too common', (password) => {
    expect(fault(password)).toEqual({ fault: 'password_easy' })
  })

  it.each(['somchai@example.com', 'Somchai@Example.com'])('%j is the email itself', (password) => {
    expect(fault(password)).toEqual({ fault: 'password_is_email' })
  })

  it('is refused when it holds half a character', () => {
    expect(fault('abc\ud800defghij')).toEqual({ fault: 'not_text' })
  })
})
