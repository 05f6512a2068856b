import { invalid, missing } from './errors.ts'
import type { CreatedRange } from './params.ts'

const DEFAULT_LIMIT = 10
const MAX_LIMIT = 100

export type Page = {
  created?: CreatedRange
  ending_before?: string | undefined
  limit?: number | undefined
  starting_after?: string | undefined
}

/** One page of Stripe's list shape, newest first. `all` is oldest first. */
export function listPage<T extends { id: string; created: number }>(
  url: string,
  all: readonly T[],
  page: Page,
) {
  const limit = pageSize(page.limit)
  const range = page.created
  const matching = all
    .filter(
      ({ created }) =>
        created > (range?.gt ?? -1) &&
        created >= (range?.gte ?? 0) &&
        created < (range?.lt ?? Number.POSITIVE_INFINITY) &&
        created <= (range?.lte ?? Number.POSITIVE_INFINITY),
    )
    .reverse()
  const position = (id: string, param: string) => {
    const index = matching.findIndex((item) => item.id === id)
    if (index === -1) throw missing('object', id, param)
    return index
  }
  if (page.ending_before !== undefined) {
    const end = position(page.ending_before, 'ending_before')
    const start = Math.max(0, end - limit)
    return listOf(url, matching.slice(start, end), start > 0)
  }
  const start =
    page.starting_after === undefined ? 0 : position(page.starting_after, 'starting_after') + 1
  return listOf(url, matching.slice(start, start + limit), matching.length > start + limit)
}

export function pageSize(limit: number | undefined): number {
  if (limit === undefined) return DEFAULT_LIMIT
  if (limit >= 1 && limit <= MAX_LIMIT) return limit
  const bound = limit < 1 ? 'greater than or equal to 1' : `less than or equal to ${MAX_LIMIT}`
  throw invalid(`This value must be ${bound}.`, {
    code: 'parameter_invalid_integer',
    param: 'limit',
  })
}

function listOf<T>(url: string, data: T[], hasMore: boolean) {
  return { object: 'list' as const, data, has_more: hasMore, url }
}
