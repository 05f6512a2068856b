import { expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { describeEachMarket } from '#test/support/market.ts'

describeEachMarket('Brands', (theMarket, open) => {
  it('are listed page by page, those with most products first', async () => {
    const db = open()
    const sizes = [1_000_003, 1_000_001, 1_000_002]
    for (const productCount of sizes) {
      const id = newId('brd')
      const slug = id.replace('_', '-')
      const names = { nameTh: `แบรนด์ ${productCount}`, nameEn: `Brand ${productCount}` }
      await db.insert(db.tables.brands).values({ id, slug, ...names, productCount })
    }
    const first = await theMarket().call('GET', '/brands?limit=2')
    const second = await theMarket().call('GET', `/brands?limit=1&cursor=${first.body.nextCursor}`)
    const names = [...first.body.items, ...second.body.items].map(({ name }) => name)
    expect(names).toEqual(['แบรนด์ 1000003', 'แบรนด์ 1000002', 'แบรนด์ 1000001'])
    expect(first.trips).toBe(1)
  })
})
