import * as z from 'zod'
import { fault } from './messages/faults.ts'

// NUL is refused by Postgres, lone surrogates by both; other controls have no place in a field.
const FORBIDDEN = /[^\P{Cc}\t\n\r]|\p{Cs}/u

// Blanks, and what Unicode tells a program to show nothing for: zero-width signs, joiners, directions,
// fillers. A blank Braille cell and the marks of annotations are drawn as nothing too.
const UNSEEN = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]*$/u

// Lengths count code points, as JSON Schema does: an emoji is one, where `length` says two.
const within = (max: number) => (text: string, context: z.core.$RefinementCtx<string>) => {
  if (text.length <= max || [...text].length <= max) return
  context.issues.push({
    code: 'too_big',
    origin: 'string',
    maximum: max,
    inclusive: true,
    input: text,
  })
}

const clean = (max: number) =>
  z
    .string()
    .min(1)
    .superRefine(within(max))
    .refine((text) => !FORBIDDEN.test(text), fault('not_text'))
    .meta({ maxLength: max })
    .transform((text) => text.normalize('NFC').trim())
    .refine((text) => !UNSEEN.test(text), fault('blank'))
    .superRefine(within(max))

/** One line of text, NFC and trimmed, 1 to `max` characters of which one at least can be seen. */
export const line = (max: number) =>
  clean(max).refine((text) => !/[\n\r\t]/.test(text), fault('not_one_line'))

/** Text of several lines, NFC and trimmed, 1 to `max` characters of which one at least can be seen. */
export const paragraph = (max: number) => clean(max)

/** An id of ours as it stands in a path or body. Unknown ones are a 404 of whoever looks them up. */
export const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w-]+$/, fault('not_an_id'))

/** A slug as it stands in a path or filter. */
export const slug = z
  .string()
  .min(1)
  .max(160)
  .regex(/^[\p{L}\p{M}\p{N}-]+$/u, fault('not_a_slug'))

// Years before the first are none to a database, and none but these are meant by anybody.
const FIRST_TIME = '2000-01-01T00:00:00Z'
const LAST_TIME = '2100-01-01T00:00:00Z'

/** A time as somebody writes it, of the years 2000 to 2099. */
export const time = z.iso
  .datetime()
  .max(30)
  .refine((text) => Date.parse(text) >= Date.parse(FIRST_TIME), fault('too_early'))
  .refine((text) => Date.parse(text) < Date.parse(LAST_TIME), fault('too_late'))
