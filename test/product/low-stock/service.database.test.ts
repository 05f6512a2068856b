import { beforeAll, beforeEach, expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { holdQueue } from '#test/support/letters.ts'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { makeSeller, orderAsGuest, tokenOf } from '#test/support/shopper.ts'

const CASH = { provider: 'cod', method: 'cash' }

describeEachMarket('A shop whose shelf runs low', (theMarket, open) => {
  let queue: ReturnType<typeof holdQueue>
  beforeAll(() => {
    queue = holdQueue(theMarket())
  })
  beforeEach(async () => {
    await queue.quiet()
  })

  async function stall(stock: number) {
    const shop = await makeShop(open())
    const product = await makeProduct(open(), shop, { stock })
    const owner = await makeSeller(theMarket(), open(), shop.id)
    const staff = await makeSeller(theMarket(), open(), shop.id, 'staff')
    const call = async (method: string, path: string, body?: object) =>
      await theMarket().call(method, `/seller/shops/${shop.id}${path}`, {
        token: await tokenOf(theMarket(), staff.email),
        key: newId('req'),
        ...(body && { body }),
      })
    return {
      ...{ shop, product, owner, staff, call },
      buy: async (quantity: number) =>
        await orderAsGuest(theMarket(), [{ shop, product, quantity }], {
          payment: CASH,
          contact: {
            email: `${newId('usr')}@example.test`,
            phone: `08${String(Math.random()).slice(2, 10)}`,
          },
        }),
      fill: async (delta: number) =>
        await call('POST', `/variants/${product.variantId}/stock`, { delta, reason: 'received' }),
      told: async (who: { email: string }) =>
        (await queue.toldTo(who)).filter(({ kind }) => kind === 'low_stock'),
    }
  }

  it('hears of it, all who work there, once until it is filled up again (LV4, Q2)', async () => {
    const { buy, fill, told, owner, staff } = await stall(8)
    await buy(2)
    await queue.quiet()
    expect(await told(owner)).toEqual([])
    await buy(1)
    expect(await queue.quiet(3)).toBe(0)
    expect(await told(owner)).toMatchObject([{ title: '5 left of ผ้าทอ (en)' }])
    expect(await told(staff)).toHaveLength(1)
    // Gathered for the letter of the day, and no letter of its own.
    expect((await queue.lettersTo(owner)).map(({ subject }) => subject).join()).not.toContain(
      'เหลือ',
    )
    await buy(1)
    await fill(1)
    await buy(1)
    await queue.quiet()
    expect(await told(owner)).toHaveLength(1)
    await fill(10)
    await buy(9)
    await queue.quiet()
    expect(await told(owner)).toHaveLength(2)
  })

  it('says itself what is little, of all of its shelves and of one', async () => {
    const { buy, told, owner, call, product } = await stall(12)
    expect((await call('GET', '/stock-alert')).body).toEqual({ lowAt: 5 })
    expect((await call('PUT', '/stock-alert', { lowAt: 10 })).status).toBe(200)
    expect((await call('GET', '/stock-alert')).body).toEqual({ lowAt: 10 })
    await buy(2)
    await queue.quiet()
    expect(await told(owner)).toHaveLength(1)
    const other = await stall(12)
    const path = (id: string) => `/variants/${id}/stock-alert`
    expect((await other.call('PUT', path(other.product.variantId), { lowAt: 11 })).status).toBe(200)
    expect((await other.call('PUT', path(product.variantId), { lowAt: 11 })).status).toBe(404)
    await other.buy(1)
    await queue.quiet()
    expect(await other.told(other.owner)).toHaveLength(1)
    for (const lowAt of [-1, 1001, 1.5, '5']) {
      expect((await call('PUT', '/stock-alert', { lowAt })).status).toBe(400)
    }
  })

  it('hears nothing of what was filled up before the message came', async () => {
    const { buy, fill, told, owner } = await stall(6)
    await buy(2)
    await fill(50)
    await queue.quiet()
    expect(await told(owner)).toEqual([])
  })
})
