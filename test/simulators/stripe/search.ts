import { invalid } from './errors.ts'
import { pageSize } from './list.ts'
import type { PaymentIntent } from './objects.ts'

const CLAUSE =
  /^(-?)(?:metadata\[(["'])(.+?)\2\]|(amount|created|currency|status))\s*(:|>=|<=|>|<)\s*(?:(["'])(.*?)\6|(\d+))$/

/**
 * Stripe's search, as far as one is needed: clauses such as `metadata['order']:'ord_1'`,
 * `status:'succeeded'` or `created>1700000000`, joined by AND. Throws Stripe's 400 for anything else.
 */
export function searchIntents(
  all: readonly PaymentIntent[],
  params: { query: string; limit?: number | undefined; page?: string | undefined },
) {
  const tests = params.query.split(/\s+AND\s+/i).map((clause) => compile(clause.trim()))
  const matching = all.filter((intent) => tests.every((test) => test(intent))).reverse()
  const start = params.page === undefined ? 0 : Number(params.page)
  const end = start + pageSize(params.limit)
  return {
    object: 'search_result' as const,
    data: matching.slice(start, end),
    has_more: matching.length > end,
    next_page: matching.length > end ? String(end) : null,
    url: '/v1/payment_intents/search',
  }
}

function compile(clause: string): (intent: PaymentIntent) => boolean {
  const match = CLAUSE.exec(clause)
  if (match === null) {
    throw invalid(`We were unable to parse your search query: ${clause}`, { param: 'query' })
  }
  const [, negated, , key, field, operator = ':', , quoted, digits] = match
  const wanted = quoted ?? digits ?? ''
  const value = (intent: PaymentIntent): string | number | undefined => {
    if (key !== undefined) return intent.metadata[key]
    switch (field) {
      case 'amount':
        return intent.amount
      case 'created':
        return intent.created
      case 'currency':
        return intent.currency
      default:
        return intent.status
    }
  }
  return (intent) => holds(value(intent), operator, wanted) !== (negated === '-')
}

function holds(value: string | number | undefined, operator: string, wanted: string): boolean {
  if (value === undefined) return false
  if (operator === ':') return String(value) === wanted
  const [left, right] = [Number(value), Number(wanted)]
  if (operator === '>') return left > right
  if (operator === '<') return left < right
  return operator === '>=' ? left >= right : left <= right
}
