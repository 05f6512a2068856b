import { beforeEach, expect, it } from 'vitest'
import { describeEachDatabase } from '../../support/each-database.ts'
import { type AccountApp, accountApp, codeOf, newAccount } from '../account-app.ts'
import { joinShop, newShop } from '../shop-rows.ts'

describeEachDatabase('a shop', (open) => {
  let app: AccountApp
  beforeEach(() => {
    app = accountApp(open)
  })

  it('is shown to anyone, in the language of the request', async () => {
    const id = await newShop(open())
    const page = async (language: string) => {
      const answer = await app.send('GET', `/shops/${id}`, undefined, {
        'accept-language': language,
      })
      expect(answer.status).toBe(200)
      expect(answer.headers.get('x-test-trips')).toBe('1')
      return await answer.json()
    }
    const shop = {
      id,
      slug: id,
      imageUrl: '/files/shops/cloth.jpg',
      acceptsCod: true,
      provinceSlug: 'chiang-mai',
      productCount: 0,
      soldCount: 0,
      rating: 0,
      reviewCount: 0,
      joinedAt: '2026-01-01T00:00:00.000Z',
    }
    expect(await page('en')).toEqual({
      ...shop,
      name: 'Cloth shop',
      description: 'Cotton',
      province: 'Chiang Mai',
    })
    expect(await page('th')).toEqual({
      ...shop,
      name: 'ร้านผ้า',
      description: 'ผ้าฝ้าย',
      province: 'เชียงใหม่',
    })
  })

  it('that is suspended looks like one that is not there', async () => {
    const id = await newShop(open(), { suspendedAt: new Date('2026-02-01T00:00:00Z') })
    for (const slug of [id, 'no-such-shop']) {
      const answer = await app.send('GET', `/shops/${slug}`)
      expect([answer.status, await codeOf(answer)]).toEqual([404, 'not_found'])
    }
    expect((await app.send('GET', '/shops/a%20b')).status).toBe(400)
  })

  it('is found by its id, more than a hundred at once, and missing ones are left out', async () => {
    const id = await newShop(open())
    const absent = Array.from({ length: 120 }, (_, n) => `shp_absent${n}`)
    const found = await app.module().findShops([...absent, id, id])
    expect(found).toMatchObject([{ id, nameTh: 'ร้านผ้า', nameEn: 'Cloth shop' }])
    expect(await app.module().findShops([])).toEqual([])
  })

  it('shows what it sends by in its own order, without what it has withdrawn', async () => {
    const [one, two] = [await newShop(open()), await newShop(open())]
    const absent = Array.from({ length: 120 }, (_, n) => `shp_absent${n}`)
    const options = await app.module().shippingOptionsOf([two, ...absent, one])
    expect(
      options.filter((option) => option.shopId === one).map((option) => option.nameEn),
    ).toEqual(['Option 1', 'Option 2'])
    expect(options).toHaveLength(4)
  })

  it('comes to a checkout with its options, unless it is suspended', async () => {
    const id = await newShop(open())
    const closed = await newShop(open(), { suspendedAt: new Date('2026-02-01T00:00:00Z') })
    const { shops, options } = await app.module().shopsAndOptions([id, closed, 'shp_absent'])
    expect(shops.map((shop) => shop.id)).toEqual([id])
    expect(options.map((option) => option.nameEn)).toEqual(['Option 1', 'Option 2'])
  })

  it('is listed for everyone who works for it', async () => {
    const [owner, stranger] = [await newAccount(app), await newAccount(app)]
    const id = await newShop(open())
    await joinShop(open(), id, owner.user.id, 'manager')
    expect(await app.module().shopsOf(owner.user.id)).toMatchObject([{ id, role: 'manager' }])
    expect(await app.module().shopsOf(stranger.user.id)).toEqual([])
  })
})
