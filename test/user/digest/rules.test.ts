import { expect, it } from 'vitest'
import {
  digestItems,
  digestKey,
  digestParams,
  MOST_ITEMS,
  nextDigest,
} from '#src/user/digest/rules.ts'

it.each([
  ['2026-11-24T00:59:59.999Z', '2026-11-24T01:00:00.000Z'],
  ['2026-11-24T01:00:00.000Z', '2026-11-25T01:00:00.000Z'],
  ['2026-11-24T18:00:00.000Z', '2026-11-25T01:00:00.000Z'],
])('what happens at %s waits for eight in the morning in Bangkok, %s', (at, due) => {
  expect(nextDigest(new Date(at)).toISOString()).toBe(due)
})

it('all letters that are written until the next eight in the morning are one day', () => {
  expect(digestKey(new Date('2026-11-24T01:00:00Z'))).toBe('digest:2026-11-24')
  expect(digestKey(new Date('2026-11-25T00:59:59Z'))).toBe('digest:2026-11-24')
})

it('a letter holds the newest, and says how many more there are', () => {
  const entries = Array.from({ length: MOST_ITEMS + 4 }, (_, n) => ({
    ...{ kind: 'shop_reviewed', link: `/p/${n}`, createdAt: new Date(n) },
    params: { titleTh: 'ผ้า', titleEn: `Cloth ${n}`, rating: 5 },
  }))
  const params = digestParams(entries)
  expect(params).toMatchObject({ count: MOST_ITEMS + 4, more: 4 })
  const items = digestItems(params, 'en', 'https://talat.example/en')
  expect(items).toHaveLength(MOST_ITEMS)
  expect(items[0]).toEqual({
    title: `Cloth ${MOST_ITEMS + 3} has a review: 5 of 5`,
    body: "Read what the buyer wrote on the product's page.",
    url: `https://talat.example/en/p/${MOST_ITEMS + 3}`,
  })
})
