import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { line, paragraph, time } from '#src/common/text.ts'

const EMOJI = '🛒'

describe('a text field', () => {
  it('says in the document how long it may be, and takes that much of any script', () => {
    for (const field of [line(10), paragraph(10)]) {
      expect(z.toJSONSchema(field, { io: 'input' })).toMatchObject({
        type: 'string',
        minLength: 1,
        maxLength: 10,
      })
      for (const letter of ['a', 'ก', EMOJI]) {
        expect(field.safeParse(letter.repeat(10)).success).toBe(true)
        expect(field.safeParse(letter.repeat(11)).success).toBe(false)
      }
    }
  })

  it('is trimmed and NFC, and never blank, nor longer for being normalised', () => {
    expect(line(10).parse(' cafe\u0301 ')).toBe('café')
    expect(line(10).safeParse('   ').success).toBe(false)
    expect(line(2).safeParse('\u0958\u0958').success).toBe(false)
    expect(line(10).safeParse('a\nb').success).toBe(false)
    expect(paragraph(10).parse('a\nb')).toBe('a\nb')
  })

  it('is refused when nothing of it can be seen, and kept as it is when something can', () => {
    const unseen = [
      '\u200b',
      '\u202e\u2066',
      '\u00ad',
      '\u3164',
      '\u2800',
      '\u{e0041}',
      '\u200d\ufe0f',
    ]
    for (const text of [...unseen, ` ${unseen.join(' ')} `]) {
      for (const field of [line(100), paragraph(100)]) {
        const { error } = field.safeParse(text)
        expect(error?.issues, JSON.stringify(text)).toMatchObject([{ message: 'blank' }])
      }
    }
    for (const text of [
      '\u202egnp.exe',
      'a\u200bb',
      'กรุงเทพ\u200bมหานคร',
      '👩\u200d🚀',
      '\u0e31',
    ]) {
      expect(line(100).parse(text)).toBe(text)
    }
  })

  it('takes no characters that are none', () => {
    for (const text of ['a\0', '\ud800', 'a\u0007']) {
      expect(line(10).safeParse(text).success).toBe(false)
    }
  })
})

it.each([
  ['1999-12-31T23:59:59.999Z', 'too_early'],
  ['0000-01-01T00:00:00Z', 'too_early'],
  ['2000-01-01T00:00:00Z', undefined],
  ['2099-12-31T23:59:59.999Z', undefined],
  ['2100-01-01T00:00:00Z', 'too_late'],
  ['9999-12-31T23:59:59Z', 'too_late'],
])('a time is of our years: %s', (text, fault) => {
  expect(time.safeParse(text).error?.issues[0]?.message).toBe(fault)
})

it.each(['2026-02-30T00:00:00Z', '2026-01-01', `2026-01-01T00:00:00.${'0'.repeat(30)}Z`])(
  'a time is written as it is everywhere: not %s',
  (text) => {
    expect(time.safeParse(text).success).toBe(false)
  },
)
