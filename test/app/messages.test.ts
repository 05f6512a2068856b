import { describe, expect, it } from 'vitest'
import { sentence } from '../../app/messages/errors.ts'
import { messagesIn } from '../../app/messages/index.ts'
import { inBoth } from '../../src/common/messages/in-both.ts'
import { problems } from '../../src/common/messages/problems.ts'
import { sellingProblems } from '../../src/common/messages/selling-problems.ts'
import { PROBLEMS } from '../../src/common/problem.ts'

/** Every text by its path; functions are called with numbers written out, which read as text as well. */
function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return textsOf(value('2', '3'), path)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => textsOf(part, `${path}.${key}`))
}
const th = new Map(textsOf(messagesIn('th')))
const en = new Map(textsOf(messagesIn('en')))

describe('the dictionaries', () => {
  it('say the same things in both languages', () => {
    expect([...en.keys()].toSorted()).toEqual([...th.keys()].toSorted())
    expect(th.size).toBeGreaterThan(300)
  })

  it('do not compile while a text is missing, or made up, in one of them', () => {
    // @ts-expect-error: `pay` is missing in English
    inBoth({ pay: 'จ่าย', wait: { long: 'นาน' } }, { wait: { long: 'long' } })
    // @ts-expect-error: `long` is missing in English, one level down
    inBoth({ pay: 'จ่าย', wait: { long: 'นาน' } }, { pay: 'pay', wait: {} })
    // @ts-expect-error: Thai knows no `more`
    inBoth({ pay: 'จ่าย' }, { pay: 'pay', more: 'more' })
    // @ts-expect-error: a text with a number in it stays one
    inBoth({ left: (n: number) => `เหลือ ${n}` }, { left: (name: string[]) => name.join() })
  })

  it('have a sentence for every way the API refuses', () => {
    for (const code of Object.keys(PROBLEMS)) {
      expect(sentence(messagesIn('en').errors, code), code).toBeTruthy()
    }
    expect(Object.keys(problems.th).toSorted()).toEqual(
      [...Object.keys(PROBLEMS), 'unknown'].toSorted(),
    )
    // A page carries what a shopper can be told, and not what only a seller can.
    const shoppers = Object.keys(problems.th).filter((code) => !(code in sellingProblems.th))
    expect(Object.keys(messagesIn('th').errors.codes).toSorted()).toEqual(shoppers.toSorted())
  })

  it('leave nothing empty', () => {
    for (const [path, text] of [...th, ...en]) expect(text.trim(), path).not.toBe('')
  })

  it('keep Thai out of English, but for names and the switch to it', () => {
    const named = ['.site.otherLanguage', '.site.otherLanguageName', '.pay.promptpay']
    for (const [path, text] of en) {
      if (!named.includes(path)) expect(text, path).not.toMatch(/\p{Script=Thai}/u)
    }
  })

  it('speak calmly: no exclamation marks', () => {
    for (const [path, text] of [...th, ...en]) expect(text, path).not.toContain('!')
  })

  it('have a general sentence for codes they do not know', () => {
    const { errors } = messagesIn('th')
    expect(sentence(errors, 'credentials_invalid')).toBe('อีเมลหรือรหัสผ่านไม่ตรง')
    expect(sentence(errors, 'something_new')).toBe(errors.codes.unknown)
  })
})
