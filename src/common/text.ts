import * as z from 'zod'

// NUL is refused by Postgres, lone surrogates by both; other controls have no place in a field.
const FORBIDDEN = /[^\P{Cc}\t\n\r]|\p{Cs}/u

// Lengths count code points, as JSON Schema does: an emoji is one, where `length` says two.
const within = (max: number) => ({
  fits: (text: string) => text.length <= max || [...text].length <= max,
  message: `Too long: at most ${max} characters`,
})

const clean = (max: number) => {
  const { fits, message } = within(max)
  return z
    .string()
    .min(1)
    .refine(fits, message)
    .refine((text) => !FORBIDDEN.test(text), 'contains characters that are not text')
    .meta({ maxLength: max })
    .transform((text) => text.normalize('NFC').trim())
    .refine((text) => text !== '', 'must not be blank')
    .refine(fits, message)
}

/** One line of text, NFC and trimmed, 1 to `max` characters. */
export const line = (max: number) =>
  clean(max).refine((text) => !/[\n\r\t]/.test(text), 'must be one line')

/** Text of several lines, NFC and trimmed, 1 to `max` characters. */
export const paragraph = (max: number) => clean(max)

/** An id of ours as it stands in a path or body. Unknown ones are a 404 of whoever looks them up. */
export const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w-]+$/, 'is not an id')

/** A slug as it stands in a path or filter. */
export const slug = z
  .string()
  .min(1)
  .max(160)
  .regex(/^[\p{L}\p{M}\p{N}-]+$/u, 'is not a slug')
