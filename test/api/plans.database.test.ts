import { beforeAll, describe, expect, it } from 'vitest'
import { after, HOUR_MS } from '#src/common/clock.ts'
import { encodeCursor } from '#src/common/cursor.ts'
import { newId } from '#src/common/id.ts'
import { TABS } from '#src/order/rules.ts'
import { SORTS } from '#src/product/schema.ts'
import { STALL_SORTS } from '#src/product/stall/schema.ts'
import {
  type MadeProduct,
  makeFlash,
  makeProduct,
  makeShop,
  makeVoucher,
} from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { bring } from '#test/support/parcels.ts'
import {
  checkoutBody,
  fillCart,
  intentOf,
  makeOperator,
  makeSeller,
  makeShopper,
  order,
  orderAsGuest,
  type Shopper,
} from '#test/support/shopper.ts'
import { listen } from '#test/support/statements.ts'

/** No read of a whole table and no sorting by hand, however much a market holds. */
describeEachMarket('Query plans', (theMarket, open) => {
  let statements: ReturnType<typeof listen>
  let shop: Awaited<ReturnType<typeof makeShop>>
  let product: MadeProduct
  let shopper: Shopper
  beforeAll(async () => {
    statements = listen(theMarket())
    const db = open()
    shop = await makeShop(db)
    product = await makeProduct(db, shop, { stock: 90 })
    shopper = await makeShopper(theMarket())
    // What is ordered below is taken from a flash sale as long as there is some of it.
    const now = theMarket().clock.now()
    const slot = { startsAt: now, endsAt: after(now, HOUR_MS) }
    await makeFlash(db, product, { ...slot, quota: 20, perBuyer: 99 })
  })

  const wants = () => [{ product, shop }]
  const ok = async (method: string, path: string, token?: string, body?: unknown) => {
    const answer = await theMarket().call(method, path, {
      ...(token === undefined ? {} : { token }),
      ...(body === undefined ? {} : { body }),
    })
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
    return answer
  }
  const get = async (path: string, token?: string) => await ok('GET', path, token)
  const pay = async (id: string) => {
    await theMarket().control(`/payment_intents/${intentOf(theMarket(), id)}/approve`)
    await theMarket().deliver()
  }

  describe('of browsing', () => {
    const filters = (): Record<string, string> => {
      const category = `category=${product.category.slug}`
      const price = 'minPriceSatang=100&maxPriceSatang=90000'
      return {
        'nothing else': '',
        'a category': category,
        'a shop': `shop=${shop.slug}`,
        'a brand': 'brand=nobody',
        'a province': 'province=nan',
        'a category and a province': `${category}&province=nan`,
        'a price range': price,
        'a lowest price': 'minPriceSatang=100',
        'a rating': 'minRating=3.5',
        'what is in stock': 'inStock=true',
        'a category and a price range': `${category}&${price}`,
        everything: `${category}&shop=${shop.slug}&brand=nobody&province=nan&${price}&minRating=1&inStock=true`,
      }
    }

    it.each(SORTS)(
      'a product list by %s, under every filter, first and later page',
      async (sort) => {
        const cursor = encodeCursor(sort, { value: 5000, id: newId('prd') })
        for (const [name, filter] of Object.entries(filters())) {
          for (const after of ['', `&cursor=${cursor}`]) {
            const path = `/products?sort=${sort}&${filter}${after}`
            const found = await statements.offences(async () => await get(path))
            expect(found, `${sort} by ${name}${after}`).toEqual([])
          }
        }
      },
    )

    it('how many a list holds, under every filter', async () => {
      for (const [name, filter] of Object.entries(filters())) {
        const path = `/products?counted=true&${filter}`
        expect(await statements.offences(async () => await get(path)), name).toEqual([])
      }
    })

    it('the category tree and the brands, along the index of their order', async () => {
      expect(
        await statements.offences(async () => await get('/categories'), ['categories']),
      ).toEqual([])
      const cursor = encodeCursor('brands', { value: 5, id: newId('brd') })
      for (const query of ['', `?cursor=${cursor}`]) {
        const act = async () => await get(`/brands${query}`)
        expect(await statements.offences(act, ['brands'])).toEqual([])
      }
    })

    it('shops by each sort, of a province and of all, first and later page', async () => {
      for (const sort of STALL_SORTS) {
        const cursor = encodeCursor(`shops:${sort}`, { value: 5, id: newId('shp') })
        for (const query of ['', '&province=nan']) {
          for (const after of ['', `&cursor=${cursor}`]) {
            const path = `/shops?sort=${sort}${query}${after}`
            // Of a whole market the order is walked from its end.
            const walked = query === '' ? ['shops'] : []
            expect(await statements.offences(async () => await get(path), walked), path).toEqual([])
          }
        }
      }
    })

    it('the provinces, along the index of their size', async () => {
      expect(await statements.offences(async () => await get('/provinces'))).toEqual([])
    })

    it('a product, its reviews and its shop', async () => {
      const cursor = encodeCursor('reviews', { value: 5, id: newId('rev') })
      const found = await statements.offences(async () => {
        await get(`/products/${product.slug}`)
        await get(`/products/${product.slug}/reviews`)
        await get(`/products/${product.slug}/reviews?cursor=${cursor}`)
        await get(`/products/${product.slug}/shipping-options`)
        await get(`/shops/${shop.slug}`)
        await get('/flash-sales')
      })
      expect(found).toEqual([])
    })
  })

  describe('of shopping', () => {
    it('a cart: filled, changed, emptied, and a guest’s one poured into it', async () => {
      const found = await statements.offences(async () => {
        const { cartToken } = (await get('/cart')).body
        const body = { variantId: product.variantId, quantity: 1 }
        await theMarket().call('POST', '/cart/lines', { cartToken, body })
        const merged = await theMarket().call('GET', '/cart', { cartToken, token: shopper.token })
        const [line] = merged.body.groups[0].lines
        await get('/cart/shipping-options', shopper.token)
        await ok('PATCH', `/cart/lines/${line.id}`, shopper.token, { quantity: 2 })
        await ok('DELETE', `/cart/lines/${line.id}`, shopper.token)
      })
      expect(found).toEqual([])
    })

    it.each([
      ['promptpay', { provider: 'stripe', method: 'promptpay' }],
      ['cash', { provider: 'cod', method: 'cash' }],
    ])('placing an order that is paid by %s', async (_, payment) => {
      await fillCart(theMarket(), shopper.token, wants())
      const found = await statements.offences(async () => {
        const placed = await order(theMarket(), shopper, wants(), payment)
        expect(placed.status, JSON.stringify(placed.body)).toBe(201)
      })
      expect(found).toEqual([])
    })

    it('placing an order as a guest, who is counted by email and phone', async () => {
      const found = await statements.offences(async () => {
        for (const payment of [
          { provider: 'stripe', method: 'promptpay' },
          { provider: 'cod', method: 'cash' },
        ]) {
          const placed = await orderAsGuest(theMarket(), wants(), { payment })
          expect(placed.status, JSON.stringify(placed.body)).toBe(201)
        }
      })
      expect(found).toEqual([])
    })

    it('reading orders: the list, each tab, a later page, one order and its group', async () => {
      const placed = await order(theMarket(), shopper, wants())
      const { id, orders } = placed.body.orderGroup
      const found = await statements.offences(async () => {
        for (const tab of [undefined, ...TABS]) {
          const cursor = encodeCursor(`orders:${tab ?? 'all'}`, {
            value: Date.now(),
            id: orders[0].id,
          })
          const query = tab === undefined ? '' : `tab=${tab}&`
          await get(`/orders?${query}`, shopper.token)
          await get(`/orders?${query}cursor=${cursor}`, shopper.token)
        }
        await get(`/orders/${orders[0].id}`, shopper.token)
        await get(`/order-groups/${id}`, shopper.token)
      })
      expect(found).toEqual([])
    })
  })

  describe('of what happens afterwards', () => {
    it('money that arrives', async () => {
      const placed = await order(theMarket(), shopper, wants())
      const { id } = placed.body.orderGroup
      expect(await statements.offences(async () => await pay(id))).toEqual([])
    })

    it('cancelling, and paying another way', async () => {
      const first = (await order(theMarket(), shopper, wants())).body.orderGroup
      const second = (await order(theMarket(), shopper, wants())).body.orderGroup
      const { token } = shopper
      const found = await statements.offences(async () => {
        const body = { provider: 'cod', method: 'cash' }
        const again = await theMarket().call('POST', `/order-groups/${first.id}/payments`, {
          ...{ token, body, key: newId('req') },
        })
        expect(again.status, JSON.stringify(again.body)).toBe(201)
        const key = newId('req')
        const path = `/orders/${second.orders[0].id}/cancel`
        const cancelled = await theMarket().call('POST', path, { token, key, body: {} })
        expect(cancelled.status, JSON.stringify(cancelled.body)).toBe(200)
      })
      expect(found).toEqual([])
    })

    it('the voucher of a new buyer, used and given back', async () => {
      const { code } = await makeVoucher(open(), { audience: 'new_buyer' })
      const [{ token, addressId }, want] = [await makeShopper(theMarket()), { product, shop }]
      await fillCart(theMarket(), token, [want])
      const found = await statements.offences(async () => {
        const body = { ...checkoutBody({ addressId }, [shop]), vouchers: [code] }
        const placed = await theMarket().call('POST', '/orders', { token, key: newId('req'), body })
        expect(placed.status, JSON.stringify(placed.body)).toBe(201)
        const path = `/orders/${placed.body.orderGroup.orders[0].id}/cancel`
        const cancelled = await theMarket().call('POST', path, { token, key: newId('req') })
        expect(cancelled.status, JSON.stringify(cancelled.body)).toBe(200)
      })
      expect(found).toEqual([])
    })

    it('cancelling what is paid, receiving what was sent, and a review of it', async () => {
      const first = (await order(theMarket(), shopper, wants())).body.orderGroup
      const second = (await order(theMarket(), shopper, wants())).body.orderGroup
      for (const { id } of [first, second]) await pay(id)
      const [{ id: orderId, lines }] = second.orders
      await bring(theMarket(), { groupId: second.id, orderId }, 'delivered')
      const { token } = shopper
      const found = await statements.offences(async () => {
        const cancel = `/orders/${first.orders[0].id}/cancel`
        const cancelled = await theMarket().call('POST', cancel, { token, key: newId('req') })
        expect(cancelled.status, JSON.stringify(cancelled.body)).toBe(200)
        const received = `/orders/${orderId}/received`
        const done = await theMarket().call('POST', received, { token, key: newId('req') })
        expect(done.status, JSON.stringify(done.body)).toBe(200)
        const review = { orderLineId: lines[0].id, rating: 5 }
        await ok('POST', `/products/${product.slug}/reviews`, token, review)
      })
      expect(found).toEqual([])
    })

    // Of journals that were never sealed there is an index, which is empty.
    const walked = ['ledger_journals']

    it('what a shop does with its orders, and the minute in which one is overdue', async () => {
      const seller = await makeSeller(theMarket(), open(), shop.id)
      const at = `/seller/shops/${shop.id}/orders`
      const post = async (path: string, body?: object, token = seller.token) => {
        const key = newId('req')
        const answer = await theMarket().call('POST', path, { token, key, ...(body && { body }) })
        expect(answer.status, `${path} ${JSON.stringify(answer.body)}`).toBeLessThan(300)
        return answer
      }
      const groups = []
      for (let n = 0; n < 5; n += 1) {
        groups.push((await order(theMarket(), shopper, wants())).body.orderGroup)
      }
      for (const { id } of groups) await pay(id)
      const [sent, gone, asked, wished] = groups.map(({ orders }) => orders[0].id)
      const found = await statements.offences(async () => {
        for (const status of ['', 'status=paid&']) {
          const sort = `shop-orders:${shop.id}:${status === '' ? 'all' : 'paid'}`
          const cursor = encodeCursor(sort, { value: Date.now(), id: newId('ord') })
          await get(`${at}?${status}`, seller.token)
          await get(`${at}?${status}cursor=${cursor}`, seller.token)
        }
        await get(`${at}/${sent}`, seller.token)
        const shelves = `/seller/shops/${shop.id}/variants`
        const cursor = encodeCursor('shop-variants', { value: 0, id: newId('var') })
        await get(shelves, seller.token)
        await get(`${shelves}?cursor=${cursor}`, seller.token)
        await post(`${shelves}/${product.variantId}/stock`, { delta: 5, reason: 'received' })
        for (const id of [sent, asked, wished]) await post(`${at}/${id}/accept`)
        await post(`${at}/${gone}/cancel`, { reason: 'other' })
        await post(`/orders/${asked}/cancel-request`, { reason: 'other' }, shopper.token)
        await post(`${at}/${asked}/cancel-request/refuse`, { reason: 'other' })
        await post(`/orders/${wished}/cancel-request`, { reason: 'other' }, shopper.token)
        await post(`${at}/${wished}/cancel-request/approve`)
        const { body } = await post(`${at}/${sent}/parcels`, { trackingNumber: 'X12345678' })
        await get(`/orders/${sent}`, shopper.token)
        const services = theMarket().services()
        await services.order().parcels.delivered(body.parcels[0].id, { actor: 'system' })
        await services.order().parcels.deliveredByCarrier('other', 'X12345678')
        await services.close()
        await post(`/orders/${sent}/more-time`, undefined, shopper.token)
      })
      expect(found).toEqual([])
      theMarket().pass(9 * 24 * 60 * 60_000)
      expect(await statements.offences(async () => await theMarket().jobs(), walked)).toEqual([])
      theMarket().pass(-9 * 24 * 60 * 60_000)
    })

    it('what operators ask: rules, refunds, statements, put-aside money, chargebacks and breaks', async () => {
      const { id, orders } = (await order(theMarket(), shopper, wants())).body.orderGroup
      await pay(id)
      const [{ id: orderId, lines }] = orders
      const { token } = await makeOperator(theMarket(), open())
      const later = (sort: string) => `cursor=${encodeCursor(sort, { value: 0, id: newId('evt') })}`
      const found = await statements.offences(async () => {
        const rule = await ok('POST', '/admin/commission-rules', token, {
          ...{ shopId: shop.id, productId: product.id, rateBp: 100 },
        })
        await get(`/admin/commission-rules?${later('commission-rules')}`, token)
        await get('/admin/commission-rules', token)
        await ok('POST', `/admin/commission-rules/${rule.body.id}/end`, token, {})
        const body = { lines: [{ lineId: lines[0].id, quantity: 1 }], reason: 'ชำรุด' }
        const path = `/admin/orders/${orderId}/refunds`
        const given = await theMarket().call('POST', path, { token, key: newId('req'), body })
        expect(given.status, JSON.stringify(given.body)).toBe(201)
        await get(`/admin/orders/${orderId}/statement`, token)
        for (const [list, sort] of [
          ['put-aside', 'put-aside'],
          ['chargebacks', 'chargebacks:open'],
          ['breaks', 'breaks:open'],
        ] as const) {
          await get(`/admin/${list}`, token)
          await get(`/admin/${list}?${later(sort)}`, token)
        }
        await theMarket().control(`/payment_intents/${intentOf(theMarket(), id)}/dispute`)
        await theMarket().deliver()
      }, ['commission_rules'])
      expect(found).toEqual([])
    })

    it('the jobs of a minute in which a window ends', async () => {
      await order(theMarket(), shopper, wants())
      theMarket().pass(40 * 60_000)
      expect(await statements.offences(async () => await theMarket().jobs(), walked)).toEqual([])
    })

    // The last one: after so long a time no token is good any more.
    it('the jobs of a minute in which much is forgotten', async () => {
      const { cartToken } = (await get('/cart')).body
      const body = { variantId: product.variantId, quantity: 1 }
      await theMarket().call('POST', '/cart/lines', { cartToken, body })
      theMarket().pass(100 * 24 * 60 * 60_000)
      expect(await statements.offences(async () => await theMarket().jobs(), walked)).toEqual([])
    })
  })
})
