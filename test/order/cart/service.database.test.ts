import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { newId, newSecret } from '#src/common/id.ts'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { type CallOptions, describeEachMarket } from '#test/support/market.ts'
import { checkoutBody, fillCart, makeShopper } from '#test/support/shopper.ts'

type Line = { id: string; variantId: string; quantity: number; problems: string[] }
type Groups = { groups: { lines: Line[] }[] }

describeEachMarket('The cart', (theMarket, open) => {
  const goods = async (options: Parameters<typeof makeProduct>[2] = {}) => {
    const shop = await makeShop(open())
    return { shop, product: await makeProduct(open(), shop, options) }
  }
  const add = async (variantId: string, quantity: number, who: CallOptions) =>
    await theMarket().call('POST', '/cart/lines', { ...who, body: { variantId, quantity } })
  const read = async (who: CallOptions) => await theMarket().call('GET', '/cart', who)
  const linesOf = ({ groups }: Groups) => groups.flatMap(({ lines }) => lines)
  const held = (cart: Groups) =>
    linesOf(cart).map(({ variantId, quantity }) => [variantId, quantity] as const)

  describe('of a guest', () => {
    it('is given a token by the first answer and found again by it', async () => {
      const { product, shop } = await goods({ priceSatang: 12_300 })
      const first = await add(product.variantId, 2, {})
      expect(first.status, JSON.stringify(first.body)).toBe(201)
      const { cartToken } = first.body
      expect(cartToken).toMatch(/^[\w-]{43}$/)
      expect(first.body).toMatchObject({
        totalSatang: 24_600,
        groups: [{ shop: { id: shop.id }, subtotalSatang: 24_600 }],
      })
      const again = await read({ cartToken })
      expect([again.body.id, held(again.body)]).toEqual([first.body.id, [[product.variantId, 2]]])
    })

    it('is nobody else’s: another token is another cart, and a token that is none is 400', async () => {
      const { product } = await goods()
      const { cartToken } = (await add(product.variantId, 1, {})).body
      const other = await read({ cartToken: newSecret() })
      expect(other.body.groups).toEqual([])
      expect((await read({})).body.groups).toEqual([])
      const wrong = await read({ cartToken: `${cartToken}x` })
      expect([wrong.status, wrong.body.code]).toEqual([400, 'validation_failed'])
    })

    it('never shows what is in an account’s cart, not even by the account’s own names', async () => {
      const { product } = await goods()
      const market = theMarket()
      const shopper = await makeShopper(market)
      const own = await add(product.variantId, 1, { token: shopper.token })
      expect(own.body.cartToken).toBeUndefined()
      const cartId: string = own.body.id
      const guesses = [cartId.slice(4).padEnd(43, '0'), shopper.token.slice(-43)]
      for (const cartToken of guesses) {
        const seen = await read({ cartToken })
        if (seen.status === 200) expect(seen.body.groups).toEqual([])
        else expect(seen.status).toBe(400)
      }
    })
  })

  describe('of a guest who signs in', () => {
    it('is poured in once, however many calls carry the token at once', async () => {
      const market = theMarket()
      const [cloth, silk] = [(await goods()).product, (await goods()).product]
      const { cartToken } = (await add(cloth.variantId, 2, {})).body
      await add(silk.variantId, 1, { cartToken })
      const { token } = await makeShopper(market)
      await add(cloth.variantId, 3, { token })
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => read({ token, cartToken })),
      )
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
      const cart = await read({ token, cartToken })
      expect(new Map(held(cart.body))).toEqual(
        new Map([
          [cloth.variantId, 5],
          [silk.variantId, 1],
        ]),
      )
      expect(linesOf((await read({ cartToken })).body)).toEqual([])
    })

    it('is poured in to at most 99 of a thing', async () => {
      const { product } = await goods({ stock: 500 })
      const { token } = await makeShopper(theMarket())
      const { cartToken } = (await add(product.variantId, 60, {})).body
      await add(product.variantId, 70, { token })
      expect(held((await read({ token, cartToken })).body)).toEqual([[product.variantId, 99]])
    })

    it('loses nothing that is put in while it is poured in', async () => {
      const market = theMarket()
      const things = await Promise.all(
        Array.from({ length: 6 }, async () => (await goods()).product),
      )
      const [first, ...others] = things
      const { cartToken } = (await add(first?.variantId ?? '', 1, {})).body
      const { token } = await makeShopper(market)
      const answers = await Promise.all(
        others.map(async ({ variantId }) => await add(variantId, 1, { token, cartToken })),
      )
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
        others.map(() => [201, undefined]),
      )
      const cart = await read({ token })
      expect(
        held(cart.body)
          .map(([id]) => id)
          .sort(),
      ).toEqual(things.map(({ variantId }) => variantId).sort())
    })
  })

  it('puts a thing back where it stood, and its shop too, when told when it was first put in', async () => {
    const things = [(await goods()).product, (await goods()).product, (await goods()).product]
    const who = { cartToken: newSecret() }
    for (const { variantId } of things) await add(variantId, 1, who)
    const before = (await read(who)).body
    const [first] = linesOf(before) as (Line & { addedAt: string })[]
    await theMarket().call('DELETE', `/cart/lines/${first?.id}`, who)
    const back = await theMarket().call('POST', '/cart/lines', {
      ...who,
      body: { variantId: first?.variantId, quantity: 1, addedAt: first?.addedAt },
    })
    expect(back.status, JSON.stringify(back.body)).toBe(201)
    expect(held(back.body)).toEqual(held(before))
    expect(held((await read(who)).body)).toEqual(held(before))
  })

  it('counts every one of twenty that are put in at once', async () => {
    const { product } = await goods({ stock: 100 })
    const cartToken = newSecret()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => add(product.variantId, 1, { cartToken })),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(held((await read({ cartToken })).body)).toEqual([[product.variantId, 20]])
  })

  it('takes 99 of a thing and not one more, also when two calls bring it over at once', async () => {
    const { product } = await goods({ stock: 500 })
    const cartToken = newSecret()
    await add(product.variantId, 60, { cartToken })
    const answers = await Promise.all(
      [1, 2, 3].map(() => add(product.variantId, 20, { cartToken })),
    )
    const refused = answers.filter(({ status }) => status === 422)
    expect(refused.map(({ body }) => body.code)).toEqual(['limit_reached', 'limit_reached'])
    expect(held((await read({ cartToken })).body)).toEqual([[product.variantId, 80]])
    for (const quantity of [0, 100, 1.5, -1]) {
      expect((await add(product.variantId, quantity, { cartToken })).status).toBe(400)
    }
  })

  it('refuses more than there is and says how much that is', async () => {
    const { product } = await goods({ stock: 3 })
    const cartToken = newSecret()
    const much = await add(product.variantId, 4, { cartToken })
    expect([much.status, much.body.code]).toEqual([409, 'out_of_stock'])
    expect(much.body.items).toEqual([{ variantId: product.variantId, available: 3 }])
    const gone = await goods({ stock: 0 })
    expect((await add(gone.product.variantId, 1, { cartToken })).body.code).toBe('out_of_stock')
    const draft = await goods({ status: 'draft' })
    expect((await add(draft.product.variantId, 1, { cartToken })).status).toBe(404)
    expect((await add(newId('var'), 1, { cartToken })).status).toBe(404)
  })

  it('shows what was sold out or moved in price since it was put in', async () => {
    const db = open()
    const { product } = await goods({ stock: 5, priceSatang: 10_000 })
    const { cartToken } = (await add(product.variantId, 2, {})).body
    const { variants, stockLevels } = db.tables
    const mine = eq(variants.id, product.variantId)
    await db.update(variants).set({ priceSatang: 12_000 }).where(mine)
    const dearer = await read({ cartToken })
    expect(linesOf(dearer.body)).toMatchObject([
      { problems: ['price_up'], seenPriceSatang: 10_000, unitPriceSatang: 12_000 },
    ])
    expect(dearer.body.totalSatang).toBe(24_000)
    const level = eq(stockLevels.variantId, product.variantId)
    await db.update(stockLevels).set({ reserved: 4 }).where(level)
    await db.update(variants).set({ priceSatang: 9000 }).where(mine)
    expect(linesOf((await read({ cartToken })).body)[0]?.problems).toEqual([
      'not_enough_stock',
      'price_down',
    ])
    await db.update(stockLevels).set({ reserved: 5 }).where(level)
    expect(linesOf((await read({ cartToken })).body)[0]?.problems).toContain('out_of_stock')
    await db.update(variants).set({ active: false }).where(mine)
    expect(linesOf((await read({ cartToken })).body)[0]?.problems).toEqual(['unavailable'])
  })

  it('changes and loses a line by its id, and knows no line of another cart', async () => {
    const market = theMarket()
    const { product } = await goods({ stock: 10 })
    const { cartToken, ...cart } = (await add(product.variantId, 2, {})).body
    const [line] = linesOf(cart)
    const path = `/cart/lines/${line?.id}`
    const stranger = await makeShopper(market)
    for (const who of [{ token: stranger.token }, { cartToken: newSecret() }, {}]) {
      const changed = await market.call('PATCH', path, { ...who, body: { quantity: 1 } })
      const removed = await market.call('DELETE', path, who)
      expect([changed.status, removed.status]).toEqual([404, 404])
    }
    const more = await market.call('PATCH', path, { cartToken, body: { quantity: 7 } })
    expect(held(more.body)).toEqual([[product.variantId, 7]])
    const much = await market.call('PATCH', path, { cartToken, body: { quantity: 11 } })
    expect(much.body.code).toBe('out_of_stock')
    const gone = await Promise.all([1, 2, 3].map(() => market.call('DELETE', path, { cartToken })))
    expect(gone.map(({ status }) => status).sort()).toEqual([200, 404, 404])
    expect((await read({ cartToken })).body.groups).toEqual([])
  })

  it('of many can always be made less, even when there is less than that', async () => {
    const db = open()
    const { product } = await goods({ stock: 10 })
    const { cartToken, ...cart } = (await add(product.variantId, 8, {})).body
    const { stockLevels } = db.tables
    await db
      .update(stockLevels)
      .set({ reserved: 9 })
      .where(eq(stockLevels.variantId, product.variantId))
    const path = `/cart/lines/${linesOf(cart)[0]?.id}`
    const less = await theMarket().call('PATCH', path, { cartToken, body: { quantity: 5 } })
    expect([less.status, held(less.body)]).toEqual([200, [[product.variantId, 5]]])
  })

  it('asks the database as often for sixty lines as for one', async () => {
    const db = open()
    const shop = await makeShop(db)
    const { variants } = await makeProduct(db, shop, { variants: 60 })
    const cartToken = newSecret()
    const [first, ...rest] = variants.map(({ id }) => id)
    await add(first ?? '', 1, { cartToken })
    const one = await read({ cartToken })
    const { carts, cartLines } = db.tables
    const [cart] = await db.select().from(carts).where(eq(carts.id, one.body.id))
    for (const variantId of rest) {
      const line = { id: newId('cln'), cartId: cart?.id ?? '', variantId, quantity: 1 }
      const at = { seenPriceSatang: 1, addedAt: new Date() }
      await db.insert(cartLines).values({ ...line, ...at })
    }
    const many = await read({ cartToken })
    expect(linesOf(many.body)).toHaveLength(60)
    expect(many.trips).toBe(one.trips)
    expect(many.trips).toBeLessThanOrEqual(2)
  })

  it('that was ordered is empty, and cannot be ordered again', async () => {
    const market = theMarket()
    const { product, shop } = await goods()
    const shopper = await makeShopper(market)
    await fillCart(market, shopper.token, [{ product, shop }])
    const body = checkoutBody(shopper, [shop])
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        market.call('POST', '/orders', { token: shopper.token, key: newId('req'), body }),
      ),
    )
    await market.rest()
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409])
    for (const { status, body: told } of answers) {
      if (status === 409) expect(['cart_changed', 'cart_empty']).toContain(told.code)
    }
    expect((await read({ token: shopper.token })).body.groups).toEqual([])
  })
})
