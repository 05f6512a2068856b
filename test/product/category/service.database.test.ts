import { expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { describeEachMarket } from '#test/support/market.ts'

describeEachMarket('The category tree', (theMarket, open) => {
  it('hangs three levels below each other in their order, in one query', async () => {
    const db = open()
    const category = async (name: string, parentId: string | null, level: number, position = 0) => {
      const id = newId('cat')
      await db.insert(db.tables.categories).values({
        id,
        slug: id.replace('_', '-'),
        parentId,
        level,
        nameTh: name,
        nameEn: `${name} (en)`,
        imageKey: null,
        position,
        productCount: 0,
      })
      return id
    }
    const home = await category('บ้าน', null, 1)
    await category('ครัว', home, 2, 2)
    const cloth = await category('ผ้า', home, 2, 1)
    await category('ผ้าเช็ดตัว', cloth, 3)
    const tree = await theMarket().call('GET', '/categories')
    expect(tree.trips).toBe(1)
    const found = tree.body.items.find((item: { id: string }) => item.id === home)
    expect(found).toMatchObject({
      name: 'บ้าน',
      children: [
        { name: 'ผ้า', children: [{ name: 'ผ้าเช็ดตัว' }] },
        { name: 'ครัว', children: [] },
      ],
    })
  })
})
