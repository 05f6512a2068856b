import { BRANDS } from './brand-names.ts'
import { type Shelf, TREE } from './category-tree.ts'
import { seededId } from './ids.ts'
import { PROVINCES } from './provinces.ts'
import { randomOf } from './random.ts'
import { SHOPS } from './shops.ts'
import type { Brand, Category, Product, ShippingOption, Shop, ShopNote } from './types.ts'
import { t } from './words.ts'

const DAY_MS = 86_400_000

/** The first `count` stalls, each with the id of the account that owns it. */
export function shopsOf(count: number, now: Date, ownerOf: (note: ShopNote) => string): Shop[] {
  return SHOPS.slice(0, count).map((note) => {
    const joinedAt = new Date(now.getTime() - note.age * DAY_MS)
    return {
      id: seededId('shp', note.slug),
      slug: note.slug,
      name: note.name,
      description: note.about,
      province: provinceOf(note.province),
      provinceSlug: note.province,
      goods: note.goods,
      acceptsCod: note.cod,
      joinedAt,
      ownerId: ownerOf(note),
    }
  })
}

function provinceOf(key: string) {
  const found = Object.entries(PROVINCES).find(([slug]) => slug === key)
  if (found === undefined) throw new RangeError(`no province ${key}`)
  return found[1]
}

/** The whole tree, parents before children; each shelf wears the cover of its best seller. */
export function categoriesOf(products: readonly Product[]): Category[] {
  const best = new Map<string, Product>()
  for (const product of products) {
    const so = best.get(product.categorySlug)
    if (so === undefined || product.soldCount > so.soldCount)
      best.set(product.categorySlug, product)
  }
  const cover = ({ slug, inside }: Shelf): string | null => {
    const own = best.get(slug)?.imageKeys[0]
    if (own !== undefined) return own
    return inside.map(cover).find((key) => key !== null) ?? null
  }
  const walk = (shelves: readonly Shelf[], parent: Category | null): Category[] =>
    shelves.flatMap((shelf, position) => {
      const category: Category = {
        id: seededId('cat', shelf.slug),
        slug: shelf.slug,
        parentId: parent?.id ?? null,
        parentSlug: parent?.slug ?? null,
        level: parent === null ? 1 : parent.level === 1 ? 2 : 3,
        name: shelf.name,
        imageKey: cover(shelf),
        position,
      }
      return [category, ...walk(shelf.inside, category)]
    })
  return walk(TREE, null)
}

export function brandsOf(): Brand[] {
  return BRANDS.map(({ slug, name }) => ({ id: seededId('brd', slug), slug, name }))
}

/** One to three ways a shop sends a parcel; stalls of heavy goods charge by weight. */
export function shippingOf(shops: readonly Shop[], seed: string): ShippingOption[] {
  return shops.flatMap((shop) => {
    const random = randomOf(`${seed}/shipping/${shop.slug}`)
    const heavy = shop.goods.some((key) => ['mortar', 'jar', 'rice', 'cushion'].includes(key))
    const option = (
      position: number,
      rest: Omit<ShippingOption, 'id' | 'shopSlug' | 'position'>,
    ) => ({
      id: seededId('opt', `${shop.slug}/${position}`),
      shopSlug: shop.slug,
      position,
      ...rest,
    })
    const flat = { kind: 'flat' as const, stepSatang: 0, stepGrams: 1000 }
    const standard = heavy
      ? option(0, {
          kind: 'by_weight',
          name: t('ส่งธรรมดาตามน้ำหนัก', 'Standard, by weight'),
          priceSatang: random.pick([4000, 4500, 5000]),
          stepSatang: random.pick([1000, 1200, 1500]),
          stepGrams: 1000,
          minDays: 2,
          maxDays: 5,
        })
      : option(0, {
          ...flat,
          name: t('ส่งธรรมดา', 'Standard'),
          priceSatang: random.pick([2900, 3500, 3900, 4500]),
          minDays: 2,
          maxDays: 4,
        })
    const options = [standard]
    if (random.chance(0.75)) {
      options.push(
        option(1, {
          ...flat,
          kind: heavy ? 'by_weight' : 'flat',
          stepSatang: heavy ? 2000 : 0,
          name: t('ส่งด่วน', 'Express'),
          priceSatang: random.pick([6500, 7500, 8500]),
          minDays: 1,
          maxDays: 2,
        }),
      )
    }
    if (random.chance(0.3)) {
      options.push(
        option(options.length, {
          ...flat,
          name: t('ไปรษณีย์ลงทะเบียน', 'Registered post'),
          priceSatang: 2500,
          minDays: 3,
          maxDays: 7,
        }),
      )
    }
    return options
  })
}
