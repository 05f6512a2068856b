import * as z from 'zod'
import { fault } from './messages/faults.ts'

/**
 * An email address as it makes an account unique: NFKC-normalised, trimmed, lower case. Two people
 * whose mail servers tell apart capitals are rarer than one person who types them.
 */
export const email = z
  .string()
  .max(1000)
  .transform((text) => text.normalize('NFKC').trim().toLowerCase())
  .pipe(z.email(fault('not_an_email')).max(254))

/** A Thai phone number in any usual writing, as E.164. */
export const thaiPhone = z
  .string()
  .max(40)
  .transform((text, context) => {
    const number = e164(text)
    if (number !== undefined) return number
    context.addIssue({ code: 'custom', message: fault('not_a_thai_phone') })
    return z.NEVER
  })

const THAI_ZERO = '๐'.charCodeAt(0)

/**
 * `081-234-5678`, `+66 81 234 5678`, `๐๘๑…` → `+66812345678`; undefined for what Thailand does not
 * dial. Mobile: 06, 08, 09 and eight digits; landline: 02–05, 07 and seven. Source: NBTC numbering
 * plan, by reference/commerce §4.8.
 */
export function e164(text: string): string | undefined {
  const dialled = text
    .normalize('NFKC')
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - THAI_ZERO))
    .replace(/[\s().\-‐-―]/g, '')
  const national = dialled.replace(/^(?:\+66|0066|66(?=\d{8,9}$))0?/, '0')
  return /^(?:0[689]\d{8}|0[23457]\d{7})$/.test(national) ? `+66${national.slice(1)}` : undefined
}
