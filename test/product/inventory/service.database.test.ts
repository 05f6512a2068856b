import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { isCheck, isStale } from '#src/database/portable.ts'
import { createInventoryService } from '#src/product/inventory/service.ts'
import { describeEachDatabase } from '#test/support/each-database.ts'
import { makeProduct, makeShop } from '#test/support/make.ts'

const at = new Date('2026-11-22T03:00:00Z')
const expiresAt = new Date('2026-11-22T03:30:00Z')

describeEachDatabase('Stock', (open) => {
  const setUp = async (stock: number) => {
    const db = open()
    const product = await makeProduct(db, await makeShop(db), { stock, variants: 2 })
    const [first, second] = product.variants
    const line = (variantId: string | undefined, quantity: number) => ({
      productId: product.id,
      variantId: variantId ?? '',
      quantity,
    })
    const inventory = createInventoryService({ database: db })
    const state = async () => {
      const { stockLevels, stockMovements, products, listings } = db.tables
      const levels = await db
        .select()
        .from(stockLevels)
        .where(eq(stockLevels.productId, product.id))
      const [shown] = await db.select().from(products).where(eq(products.id, product.id))
      const shelves = await db.select().from(listings).where(eq(listings.productId, product.id))
      const moves = await db
        .select()
        .from(stockMovements)
        .where(eq(stockMovements.variantId, first?.id ?? ''))
      const level = levels.find(({ variantId }) => variantId === first?.id)
      // S1: a level is the replay of its movements.
      expect(moves.reduce((sum, move) => sum + move.onHandDelta, 0)).toBe(level?.onHand)
      expect(moves.reduce((sum, move) => sum + move.reservedDelta, 0)).toBe(level?.reserved)
      expect(new Set(shelves.map((shelf) => shelf.inStock))).toEqual(new Set([shown?.inStock]))
      return { onHand: level?.onHand, reserved: level?.reserved, inStock: shown?.inStock }
    }
    return { db, inventory, state, lines: [line(first?.id, 2), line(second?.id, 2)] }
  }

  it('is held, and the product leaves the shelf when its last piece is', async () => {
    const { db, inventory, state, lines } = await setUp(2)
    const hold = { groupId: newId('grp'), lines, at, expiresAt }
    await db.atomically((q) => inventory.hold(q, hold))
    expect(await state()).toEqual({ onHand: 2, reserved: 2, inStock: false })
    await db.atomically((q) => inventory.release(q, hold))
    expect(await state()).toEqual({ onHand: 2, reserved: 0, inStock: true })
  })

  it('is sold once a hold is claimed, and a hold ends only once (S5)', async () => {
    const { db, inventory, state, lines } = await setUp(5)
    const hold = { groupId: newId('grp'), lines, at, expiresAt }
    await db.atomically((q) => inventory.hold(q, hold))
    await db.atomically((q) => inventory.claim(q, hold))
    expect(await state()).toEqual({ onHand: 3, reserved: 0, inStock: true })
    for (const end of [inventory.claim, inventory.release]) {
      const again = await db.atomically((q) => end(q, hold)).catch((error: unknown) => error)
      expect(isStale(again)).toBe(true)
    }
    expect(await state()).toEqual({ onHand: 3, reserved: 0, inStock: true })
  })

  it('is sold at once as a hold that is claimed in the same write leaves it', async () => {
    const [slow, quick] = [await setUp(5), await setUp(2)]
    const hold = { groupId: newId('grp'), lines: slow.lines, at, expiresAt }
    await slow.db.atomically((q) => [
      ...slow.inventory.hold(q, hold),
      ...slow.inventory.claim(q, hold),
    ])
    const sale = { groupId: newId('grp'), lines: quick.lines, at, expiresAt }
    await quick.db.atomically((q) => quick.inventory.sell(q, sale))
    expect(await slow.state()).toEqual({ onHand: 3, reserved: 0, inStock: true })
    expect(await quick.state()).toEqual({ onHand: 0, reserved: 0, inStock: false })
    const { stockReservations, stockMovements } = quick.db.tables
    const left = async (groupId: string) => {
      const held = await quick.db
        .select()
        .from(stockReservations)
        .where(eq(stockReservations.groupId, groupId))
      const moved = await quick.db
        .select()
        .from(stockMovements)
        .where(eq(stockMovements.refId, groupId))
      return {
        held: held.map(({ groupId: _, variantId: __, ...rest }) => rest),
        moved: moved
          .map(({ reason, onHandDelta, reservedDelta }) => [reason, onHandDelta, reservedDelta])
          .sort(),
      }
    }
    expect(await left(sale.groupId)).toEqual(await left(hold.groupId))
    for (const end of [quick.inventory.claim, quick.inventory.release]) {
      const again = await quick.db.atomically((q) => end(q, sale)).catch((e: unknown) => e)
      expect(isStale(again)).toBe(true)
    }
  })

  it.each(['hold', 'sell'] as const)(
    'refuses to %s more than there is, all lines or none (S3)',
    async (way) => {
      const { db, inventory, state, lines } = await setUp(3)
      const greedy = [...lines, { ...lines[0], quantity: 2 } as (typeof lines)[number]]
      const hold = { groupId: newId('grp'), lines: greedy, at, expiresAt }
      const refused = await db.atomically((q) => inventory[way](q, hold)).catch((e: unknown) => e)
      expect(isCheck(refused, 'stock_available')).toBe(true)
      expect(await state()).toEqual({ onHand: 3, reserved: 0, inStock: true })
    },
  )

  it.each(['hold', 'sell'] as const)('refuses to %s a variant that has no level', async (way) => {
    const { db, inventory } = await setUp(3)
    const lines = [{ productId: newId('prd'), variantId: newId('var'), quantity: 1 }]
    const hold = { groupId: newId('grp'), lines, at, expiresAt }
    const refused = await db.atomically((q) => inventory[way](q, hold)).catch((e: unknown) => e)
    expect(isStale(refused)).toBe(true)
  })
})
