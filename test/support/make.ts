import { eq, sql } from 'drizzle-orm'
import { newId } from '#src/common/id.ts'
import type { Database } from '#src/database/database.ts'
import { whole } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'

type Insert<Name extends keyof Tables> = Tables[Name]['$inferInsert']

const AT = new Date('2026-11-01T03:00:00Z')

/** A shop with one flat and one by-weight shipping option. */
export async function makeShop(db: Database, some: Partial<Insert<'shops'>> = {}) {
  const id = some.id ?? newId('shp')
  const shop: Insert<'shops'> = {
    id,
    slug: id.replace('_', '-'),
    nameTh: `ร้านของ ${id.slice(-6)}`,
    nameEn: `Shop ${id.slice(-6)}`,
    descriptionTh: 'ร้านสำหรับทดสอบ',
    descriptionEn: 'A shop for tests',
    provinceTh: 'น่าน',
    provinceEn: 'Nan',
    provinceSlug: 'nan',
    imageKey: null,
    acceptsCod: true,
    productCount: 0,
    soldCount: 0,
    ratingSum: 0,
    reviewCount: 0,
    ratingCents: 0,
    joinedAt: AT,
    suspendedAt: null,
    ...some,
  }
  const option = (kind: 'flat' | 'by_weight', position: number): Insert<'shippingOptions'> => ({
    id: newId('opt'),
    shopId: id,
    kind,
    nameTh: kind === 'flat' ? 'ส่งธรรมดา' : 'ส่งตามน้ำหนัก',
    nameEn: kind === 'flat' ? 'Standard' : 'By weight',
    priceSatang: 4000,
    stepSatang: 1500,
    stepGrams: 1000,
    minDays: 2,
    maxDays: 4,
    position,
    active: true,
  })
  const options = [option('flat', 0), option('by_weight', 1)]
  await db.insert(db.tables.shops).values(shop)
  await db.insert(db.tables.shippingOptions).values(options)
  return { ...shop, optionId: options[0]?.id ?? '', byWeightId: options[1]?.id ?? '' }
}

export type MadeProduct = Awaited<ReturnType<typeof makeProduct>>

type ProductOptions = {
  priceSatang?: number
  stock?: number
  variants?: number
  title?: string
  status?: 'draft' | 'published'
  soldCount?: number
}

/** A published product of a shop, with its variants, stock and places on the shelves. */
export async function makeProduct(
  db: Database,
  shop: { id: string; slug: string; provinceSlug: string },
  options: ProductOptions = {},
) {
  const { priceSatang = 19_900, stock = 10, variants: count = 1, title = 'ผ้าทอ' } = options
  const { status = 'published', soldCount = 0 } = options
  const t = db.tables
  const id = newId('prd')
  const category = { id: newId('cat'), slug: `c-${id.replace('_', '-')}` }
  await db.insert(t.categories).values({
    ...category,
    parentId: null,
    level: 1,
    nameTh: 'ผ้า',
    nameEn: 'Cloth',
    imageKey: null,
    position: 0,
    productCount: 1,
  })
  const slug = `p-${id.replace('_', '-')}`
  await db.insert(t.products).values({
    id,
    slug,
    shopId: shop.id,
    categoryId: category.id,
    brandId: null,
    status,
    titleTh: title,
    titleEn: `${title} (en)`,
    descriptionTh: 'ทอมือ',
    descriptionEn: 'Woven by hand',
    imageKeys: ['p/cloth.webp'],
    priceSatang,
    compareAtSatang: null,
    inStock: stock > 0,
    ratingSum: 0,
    reviewCount: 0,
    soldCount,
    publishedAt: AT,
    updatedAt: AT,
    version: 1,
  })
  const shelves =
    status === 'published'
      ? ['all', `category:${category.slug}`, `shop:${shop.slug}`, `province:${shop.provinceSlug}`]
      : []
  for (const shelf of shelves) {
    await db.insert(t.listings).values({
      shelf,
      productId: id,
      priceSatang,
      ratingCents: 0,
      soldCount,
      publishedMs: AT.getTime(),
      inStock: stock > 0,
    })
  }
  const variants = Array.from({ length: count }, (_, position) => ({
    id: newId('var'),
    productId: id,
    shopId: shop.id,
    sku: `${id.slice(-8)}-${position}`,
    options: [
      { name: { th: 'สี', en: 'Colour' }, value: { th: `สี ${position}`, en: `Colour ${position}` } },
    ],
    priceSatang: priceSatang + position * 1000,
    compareAtSatang: null,
    weightGrams: 400,
    position,
    active: true,
  }))
  for (const variant of variants) {
    await db.insert(t.variants).values(variant)
    await db.insert(t.stockLevels).values({
      variantId: variant.id,
      productId: id,
      onHand: stock,
      reserved: 0,
      version: 1,
    })
    await db.insert(t.stockMovements).values({
      id: newId('mov'),
      variantId: variant.id,
      reason: 'received',
      onHandDelta: stock,
      reservedDelta: 0,
      refId: 'opening',
      at: AT,
    })
  }
  return { id, slug, category, shop, variants, variantId: variants[0]?.id ?? '' }
}

/** A voucher of the market for 50 baht off, to be claimed and used now; a shop's when it has one. */
export async function makeVoucher(db: Database, some: Partial<Insert<'vouchers'>> = {}) {
  const id = newId('vou')
  const voucher: Insert<'vouchers'> = {
    id,
    code: id.slice(-12).toUpperCase(),
    kind: 'platform',
    shopId: null,
    titleTh: 'ลด 50 บาท',
    titleEn: '50 baht off',
    benefit: 'fixed',
    amountSatang: 5000,
    rateBp: null,
    capSatang: null,
    buyCount: null,
    getCount: null,
    minimumSatang: 0,
    productIds: null,
    categoryIds: null,
    audience: 'all',
    shopPaysBp: some.kind === 'shop' ? 10_000 : 0,
    claimableFrom: AT,
    claimableUntil: new Date('2030-01-01T00:00:00Z'),
    usableFrom: AT,
    usableUntil: new Date('2030-01-01T00:00:00Z'),
    quota: 1000,
    taken: 0,
    perBuyer: 1,
    listed: false,
    version: 1,
    createdAt: AT,
    ...some,
  }
  await db.insert(db.tables.vouchers).values(voucher)
  return voucher
}

type FlashOptions = {
  startsAt: Date
  endsAt: Date
  priceSatang?: number
  quota?: number
  perBuyer?: number
}

let slots = 0

/** A product's first variant in a flash sale of its own, with its stock carved out and on its way. */
export async function makeFlash(
  db: Database,
  product: MadeProduct,
  { startsAt, endsAt, priceSatang = 9900, quota = 5, perBuyer = 2 }: FlashOptions,
) {
  const t = db.tables
  const [variant] = product.variants
  if (variant === undefined) throw new RangeError('a product without a variant')
  slots += 1
  // No two slots of a market begin at once.
  const times = { startsAt: new Date(startsAt.getTime() - slots), endsAt }
  const saleId = newId('fls')
  await db.insert(t.flashSales).values({
    ...{ id: saleId, titleTh: 'ลดด่วนรอบทดสอบ', titleEn: 'A flash sale for tests', ...times },
    ...{ state: 'scheduled', version: 1, createdAt: AT },
  })
  await db.insert(t.flashSaleHistory).values({
    ...{ saleId, version: 1, event: 'scheduled', fromState: null, toState: 'scheduled' },
    ...{ actor: 'operator', at: AT },
  })
  const item: Insert<'flashSaleItems'> = {
    ...{ id: newId('fli'), saleId, variantId: variant.id, productId: product.id, priceSatang },
    ...{ listPriceSatang: variant.priceSatang, quota, perBuyer },
    ...{ reserved: 0, sold: 0, returned: 0, taking: true, ...times, version: 1, position: 0 },
  }
  await db.insert(t.flashSaleItems).values(item)
  await db
    .update(t.stockLevels)
    .set({ reserved: sql`${t.stockLevels.reserved} + ${whole(quota)}` })
    .where(eq(t.stockLevels.variantId, variant.id))
  const refId = `${item.id}.0`
  await db.insert(t.stockMovements).values({
    ...{ id: newId('mov'), variantId: variant.id, reason: 'campaign_out', refId, at: AT },
    ...{ onHandDelta: 0, reservedDelta: quota },
  })
  await db.insert(t.flashTransfers).values({
    ...{ id: refId, itemId: item.id, quantity: quota, done: false, at: AT },
  })
  return item
}

/** A phone's token as Firebase gives them out. */
export const someToken = (): string => `${newId('dev').slice(4)}:${'x'.repeat(100)}${newId('dev')}`
