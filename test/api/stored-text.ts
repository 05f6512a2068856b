import { HOSTILE } from './corpus.ts'
import type { Mutant } from './mutants.ts'
import type { Kind } from './world.ts'

const VOUCHERS = ['POST /api/seller/shops/{shopId}/vouchers', 'POST /api/admin/vouchers']
const PLACES = ['recipient', 'line1', 'line2']

/** Fields whose text is a person's own words: taken, kept, and given back as they were written. */
export const MAY_STORE = new Set([
  'POST /api/auth/register body name',
  'PATCH /api/me body name',
  'POST /api/admin/flash-sales body title.th',
  'POST /api/admin/flash-sales body title.en',
  'POST /api/products/{slug}/reviews body text',
  // Digits alone are some carrier's number.
  'POST /api/seller/shops/{shopId}/orders/{id}/parcels body trackingNumber',
  ...PLACES.map((name) => `POST /api/me/addresses body ${name}`),
  ...PLACES.map((name) => `PATCH /api/me/addresses/{id} body ${name}`),
  ...PLACES.map((name) => `POST /api/orders body address.${name}`),
  ...VOUCHERS.flatMap((path) => [`${path} body titleTh`, `${path} body titleEn`]),
  'POST /api/admin/orders/{id}/refunds body reason',
  'POST /api/seller/shops/{shopId}/orders/{id}/refunds body reason',
  'POST /api/admin/breaks/{id}/close body note',
  'POST /api/chat/rooms/{id}/messages body text',
  'PUT /api/seller/shops/{shopId}/chat body awayText',
  'PUT /api/seller/shops/{shopId}/chat body quickReplies.0',
])

/** Fields that take nearly any text and never show it again. */
export const TAKES_TEXT = new Set([
  'POST /api/chat/rooms/{id}/messages body clientId',
  // Shown to operators alone.
  'POST /api/chat/rooms/{id}/reports body note',
  'POST /api/auth/register body password',
  'POST /api/auth/register header X-Client-Type',
  'POST /api/auth/register header Authorization',
  'POST /api/auth/login header X-Client-Type',
  'POST /api/auth/login header Authorization',
  'POST /api/auth/refresh header Authorization',
  'POST /api/auth/logout header Authorization',
  'POST /api/auth/logout body refreshToken',
  // Its token is in its address: who clicks is not asked.
  'POST /api/unsubscribe header Authorization',
  'POST /api/me/addresses header Idempotency-Key',
  // A province that is none counts as not said.
  'POST /api/cart/quote body province',
  'POST /api/orders header Idempotency-Key',
  'POST /api/orders/{id}/cancel header Idempotency-Key',
  'POST /api/orders/{id}/received header Idempotency-Key',
  'POST /api/order-groups/{id}/payments header Idempotency-Key',
  'POST /api/admin/orders/{id}/refunds header Idempotency-Key',
  'POST /api/admin/refunds/{id}/retry header Idempotency-Key',
  'POST /api/seller/shops/{shopId}/orders/{id}/refunds header Idempotency-Key',
  'POST /api/orders/{id}/cancel-request header Idempotency-Key',
  'POST /api/orders/{id}/more-time header Idempotency-Key',
  'POST /api/seller/shops/{shopId}/variants/{variantId}/stock header Idempotency-Key',
  ...['accept', 'parcels', 'cancel', 'cancel-request/approve', 'cancel-request/refuse'].map(
    (act) => `POST /api/seller/shops/{shopId}/orders/{id}/${act} header Idempotency-Key`,
  ),
])

/**
 * Of `every` texts the one with this number, so that fields that are kept by the same code share the
 * corpus: taking a text costs a hash or a placement. The addresses take all of it between them.
 */
const SHARES: Record<string, readonly [number, number]> = {
  'POST /api/auth/register body name': [2, 0],
  'PATCH /api/me body name': [2, 1],
  'POST /api/admin/flash-sales body title.th': [6, 0],
  'POST /api/admin/flash-sales body title.en': [6, 3],
  // Kept alike.
  'POST /api/chat/rooms/{id}/messages body text': [6, 1],
  'POST /api/chat/rooms/{id}/reports body note': [24, 2],
  'PUT /api/seller/shops/{shopId}/chat body awayText': [12, 3],
  'PUT /api/seller/shops/{shopId}/chat body quickReplies.0': [12, 9],
  // Each of these costs an order that is paid and delivered.
  'POST /api/products/{slug}/reviews body text': [24, 0],
  'POST /api/orders/{id}/received header Idempotency-Key': [48, 0],
  // Four titles that are kept alike.
  ...Object.fromEntries(
    VOUCHERS.flatMap((path, n) => [
      [`${path} body titleTh`, [12, n * 6] as const],
      [`${path} body titleEn`, [12, n * 6 + 3] as const],
    ]),
  ),
  'POST /api/admin/orders/{id}/refunds header Idempotency-Key': [48, 0],
  'POST /api/admin/orders/{id}/refunds body reason': [24, 0],
  'POST /api/admin/refunds/{id}/retry header Idempotency-Key': [48, 12],
  'POST /api/seller/shops/{shopId}/orders/{id}/refunds header Idempotency-Key': [48, 24],
  'POST /api/seller/shops/{shopId}/orders/{id}/refunds body reason': [24, 12],
  'POST /api/orders/{id}/cancel-request header Idempotency-Key': [48, 0],
  'POST /api/orders/{id}/more-time header Idempotency-Key': [48, 0],
  ...Object.fromEntries(
    ['accept', 'parcels', 'cancel', 'cancel-request/approve', 'cancel-request/refuse'].map(
      (act, n) => [
        `POST /api/seller/shops/{shopId}/orders/{id}/${act} header Idempotency-Key`,
        [48, n] as const,
      ],
    ),
  ),
  // Each of these costs a hash and a counter of its own.
  'POST /api/auth/login body email': [3, 0],
  'POST /api/auth/login body password': [4, 0],
  'POST /api/auth/refresh body refreshToken': [3, 0],
  // The same four are checked against the same gazetteer.
  ...each('POST /api/me/addresses body', [2, 0]),
  ...each('PATCH /api/me/addresses/{id} body', [2, 1]),
  ...shares('POST /api/me/addresses body', 6, 0),
  ...shares('PATCH /api/me/addresses/{id} body', 6, 3),
  ...shares('POST /api/orders body address', 12, 0),
}

function shares(start: string, every: number, from: number) {
  return Object.fromEntries(
    PLACES.map((name, n) => [
      `${start}${/address$/.test(start) ? '.' : ' '}${name}`,
      [every, from + n],
    ]),
  ) as Record<string, readonly [number, number]>
}

function each(start: string, share: readonly [number, number]) {
  const names = ['phone', 'subdistrict', 'district', 'province']
  return Object.fromEntries(names.map((name) => [`${start} ${name}`, share])) as typeof SHARES
}

const NUMBER = new Map(HOSTILE.map(({ text }, n) => [text, n]))

/**
 * Whether a mutant is worth its time: of text that is taken and not shown, only some. Input is judged
 * before any database is asked, so of texts that no field keeps D1 is sent every second and Postgres
 * every third, others for each field: between hundreds of fields each meets every text and every kind
 * of mutant.
 */
export function isWorthSending(kind: Kind, operation: string, mutant: Mutant): boolean {
  const { field, what, text } = mutant
  const name = `${operation} ${field}`
  const third = kind === 'postgres' && !MAY_STORE.has(name)
  if (text === undefined) return !third || (what.length + name.length) % 3 === 0
  const [every, share] = SHARES[name] ?? [TAKES_TEXT.has(name) ? 12 : ofOrder(name) ? 4 : 1, 0]
  const number = NUMBER.get(text) ?? 0
  if (every === 1 && !MAY_STORE.has(name)) return (number + name.length) % (third ? 3 : 2) === 0
  return number % every === share
}

const ofOrder = (name: string) => /^POST .api.orders body (?:address|contact)[.]/.test(name)

/** A text as it is kept: NFC, without blanks around it. */
export const shouldBe = (text: string): string => text.normalize('NFC').trim()
