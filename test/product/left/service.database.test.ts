import { expect, it } from 'vitest'
import type { LiveEvent } from '#objects/messages.ts'
import { createLog } from '#src/common/log.ts'
import { createTasks } from '#src/common/tasks.ts'
import { createLeftService, type ShelfMove } from '#src/product/left/service.ts'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { orderAsGuest } from '#test/support/shopper.ts'

const CASH = { provider: 'cod', method: 'cash' }

describeEachMarket('Open pages of a product', (theMarket, open) => {
  async function tell(moves: ShelfMove[], publishStock = async (_: LiveEvent) => undefined) {
    const tasks = createTasks()
    const [events, relayed, lines]: [LiveEvent[], string[], string[]] = [[], [], []]
    const database = open()
    const left = createLeftService({
      ...{ database, defer: tasks.defer, log: createLog({}, (_, line) => lines.push(line)) },
      publishStock: async (_, __, event) => {
        events.push(event)
        await publishStock(event)
      },
      relay: async (id) => relayed.push(id),
    })
    const before = database.trips()
    left.moved(moves)
    await tasks.settled()
    return { events, relayed, lines, trips: database.trips() - before }
  }
  const stall = async (stock: number, variants = 1) => {
    const shop = await makeShop(open())
    return { shop, product: await makeProduct(open(), shop, { stock, variants }) }
  }

  it('hear how much of each kind is left, and versions that never go back (R6)', async () => {
    const { shop, product } = await stall(4, 2)
    const { id: productId, variantId } = product
    const move = { productId, variantId, change: -1, seen: 4 }
    const first = await tell([move])
    expect(first.events).toMatchObject([
      {
        ...{ kind: 'stock', productId, version: 2 },
        variants: expect.arrayContaining([{ variantId, available: 4 }]),
      },
    ])
    await orderAsGuest(theMarket(), [{ shop, product, quantity: 3 }], { payment: CASH })
    await theMarket().rest()
    const second = await tell([move])
    const [event] = second.events
    if (event?.kind !== 'stock') throw new RangeError('told of something else')
    expect(event.variants).toContainEqual({ variantId, available: 1 })
    expect(event.version).toBeGreaterThan(2)
  })

  it('hear nothing of a product with plenty, which is not even asked after', async () => {
    const { product } = await stall(500)
    const { id: productId, variantId } = product
    const known = await tell([{ productId, variantId, change: -3, seen: 500 }])
    expect([known.events, known.trips]).toEqual([[], 0])
    const unknown = await tell([{ productId, variantId, change: 3 }])
    expect([unknown.events, unknown.relayed]).toEqual([[], []])
    expect((await tell([{ productId, variantId, change: 0 }])).trips).toBe(0)
  })

  it('have the waiting told at once of what is back', async () => {
    const { product } = await stall(2)
    const { id: productId, variantId } = product
    expect((await tell([{ productId, variantId, change: 2 }])).relayed).toEqual([variantId])
    expect((await tell([{ productId, variantId, change: 1 }])).relayed).toEqual([])
  })

  it('that cannot be told are a line in the log, and no more', async () => {
    const { product } = await stall(2)
    const { id: productId, variantId } = product
    const { lines } = await tell([{ productId, variantId, change: -1 }], async () => {
      throw new Error('nobody there')
    })
    expect(lines.join()).toContain('stock.not_announced')
  })
})
