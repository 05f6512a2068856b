import { describe, expect, it } from 'vitest'
import { itemsOf, type Pages, turnTo } from '../../app/components/use-pages.ts'
import type { ProductCard } from '../../app/shapes.ts'

const card = (id: string) => ({ id }) as ProductCard
const page = (ids: string, nextCursor: string | null) => ({
  items: [...ids].map(card),
  nextCursor,
})
const shown = (pages: Pages) =>
  itemsOf(pages)
    .map(({ id }) => id)
    .join('')

describe('turning the pages of a list', () => {
  const none: Pages = { list: '/c/all?', pages: [] }
  const first = turnTo(none, '/c/all?', '', page('abc', '2'))
  const second = turnTo(first, '/c/all?', '2', page('def', '3'))

  it('puts the next one below the others', () => {
    expect(shown(second)).toBe('abcdef')
    expect(shown(turnTo(second, '/c/all?', '3', page('gh', null)))).toBe('abcdefgh')
  })

  it('ends the list again on the way back', () => {
    expect(shown(turnTo(second, '/c/all?', '', page('abc', '2')))).toBe('abc')
  })

  it('begins anew with another choice, or with a page that follows none', () => {
    expect(shown(turnTo(second, '/c/all?stock=1', '', page('xy', null)))).toBe('xy')
    expect(shown(turnTo(first, '/c/all?', '9', page('z', null)))).toBe('z')
  })

  it('shows a thing once that moved from one page to the next meanwhile', () => {
    expect(shown(turnTo(first, '/c/all?', '2', page('cd', null)))).toBe('abcd')
  })
})
