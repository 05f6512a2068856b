import type { Mutant } from './mutants.ts'

const PLACES = ['recipient', 'line1', 'line2']

/** Fields whose text is a person's own words: taken, kept, and given back as they were written. */
export const MAY_STORE = new Set([
  'POST /api/auth/register body name',
  ...PLACES.map((name) => `POST /api/me/addresses body ${name}`),
  ...PLACES.map((name) => `PATCH /api/me/addresses/{id} body ${name}`),
  ...PLACES.map((name) => `POST /api/orders body address.${name}`),
])

/** Fields that take nearly any text and never show it again. */
export const TAKES_TEXT = new Set([
  'POST /api/auth/register body password',
  'POST /api/auth/register header X-Client-Type',
  'POST /api/auth/register header Authorization',
  'POST /api/auth/login header X-Client-Type',
  'POST /api/auth/login header Authorization',
  'POST /api/auth/refresh header Authorization',
  'POST /api/auth/logout header Authorization',
  'POST /api/auth/logout body refreshToken',
  'POST /api/orders header Idempotency-Key',
  'POST /api/orders/{id}/cancel header Idempotency-Key',
  'POST /api/order-groups/{id}/payments header Idempotency-Key',
])

// Taking one costs a placement or a hash: an eighth of the corpus is enough to see that they are taken.
const THINNED = 8

/** Whether a mutant is worth its time: of text that is taken and not shown, only some. */
export function isWorthSending(operation: string, { field, text }: Mutant, n: number): boolean {
  const name = `${operation} ${field}`
  if (text === undefined) return true
  if (TAKES_TEXT.has(name)) return n % THINNED === 0
  // The three fields of an address take the corpus together: each text goes into one of them.
  const place = MAY_STORE.has(name) ? places(field) : -1
  if (place < 0) return !ofOrder(name) || n % 4 === 0
  // An order's address is checked and kept by the same code: a third of them, since placing is slow.
  const every = operation === 'POST /api/orders' ? PLACES.length ** 2 : PLACES.length
  return n % every === place
}

const ofOrder = (name: string) => /^POST .api.orders body (?:address|contact)[.]/.test(name)

const places = (field: string) => PLACES.findIndex((name) => field.endsWith(name))

/** A text as it is kept: NFC, without blanks around it. */
export const shouldBe = (text: string): string => text.normalize('NFC').trim()
