import type { Database, Statement } from '#src/database/database.ts'
import { chunked } from '#src/database/portable.ts'
import type { Tables } from '#src/database/tables.ts'

const SHOPS = 120
const BRANDS = 60
/** Leaves of a tree of three levels: 4 × 5 × 6. */
const LEAVES = 120
const AT = new Date('2026-11-01T03:00:00Z')

type Rows<Name extends keyof Tables> = Tables[Name]['$inferInsert'][]

/** What stands around the products: shops with their shipping, brands, the category tree. */
export async function seedFrame(db: Database): Promise<void> {
  const t = db.tables
  const shops: Rows<'shops'> = numbers(SHOPS).map((n) => ({
    id: `shp_${n}`,
    slug: `shop-${n}`,
    nameTh: `ร้านผ้าทอเมืองน่าน ${n}`,
    nameEn: `Woven in Nan ${n}`,
    descriptionTh: 'ทอมือทุกผืน ย้อมสีจากต้นไม้ ส่งทุกวันทำการ',
    descriptionEn: 'Woven by hand, dyed with plants, sent every working day',
    provinceTh: 'น่าน',
    provinceEn: 'Nan',
    imageKey: `s/${n}.webp`,
    acceptsCod: true,
    productCount: 40,
    joinedAt: AT,
    suspendedAt: null,
  }))
  const options: Rows<'shippingOptions'> = shops.map(({ id }) => ({
    id: `opt_${id}`,
    shopId: id,
    kind: 'by_weight',
    nameTh: 'ส่งธรรมดา',
    nameEn: 'Standard',
    priceSatang: 4000,
    stepSatang: 1500,
    stepGrams: 1000,
    minDays: 2,
    maxDays: 4,
    position: 0,
    active: true,
  }))
  const brands: Rows<'brands'> = numbers(BRANDS).map((n) => ({
    id: `brd_${n}`,
    slug: `brand-${n}`,
    nameTh: `แบรนด์ ${n}`,
    nameEn: `Brand ${n}`,
    productCount: 80,
  }))
  const level = (count: number, depth: number, below: number): Rows<'categories'> =>
    numbers(count).map((n) => ({
      id: `cat_${depth}_${n}`,
      slug: slugOf(depth, n),
      parentId: below === 0 ? null : `cat_${depth - 1}_${Math.floor(n / below)}`,
      level: depth,
      nameTh: `หมวด ${n}`,
      nameEn: `Category ${n}`,
      imageKey: null,
      position: n,
      productCount: 40,
    }))
  const categories = [...level(4, 1, 0), ...level(20, 2, 5), ...level(LEAVES, 3, 6)]
  await db.atomically((q) => [
    ...chunked(shops, 13).map((rows) => q.insert(t.shops).values(rows)),
    ...chunked(options, 12).map((rows) => q.insert(t.shippingOptions).values(rows)),
    ...chunked(brands, 5).map((rows) => q.insert(t.brands).values(rows)),
    ...chunked(categories, 9).map((rows) => q.insert(t.categories).values(rows)),
  ])
}

/** Products `from` to `from + count`, each with two variants, plenty of stock and six shelves. */
export async function seedProducts(db: Database, from: number, count: number): Promise<void> {
  const t = db.tables
  const made = numbers(count).map((offset) => productRows(from + offset))
  const all = <Row>(pick: (one: (typeof made)[number]) => Row[]) => made.flatMap(pick)
  await db.atomically((q): Statement[] => [
    ...chunked(
      made.map(({ product }) => product),
      20,
    ).map((rows) => q.insert(t.products).values(rows)),
    ...chunked(
      all(({ listings }) => listings),
      7,
    ).map((rows) => q.insert(t.listings).values(rows)),
    ...chunked(
      all(({ variants }) => variants),
      10,
    ).map((rows) => q.insert(t.variants).values(rows)),
    ...chunked(
      all(({ levels }) => levels),
      4,
    ).map((rows) => q.insert(t.stockLevels).values(rows)),
  ])
}

/** Accounts with a live session and an address; their tokens are signed by whoever drives them. */
export async function seedShoppers(db: Database, count: number): Promise<void> {
  const t = db.tables
  const far = new Date(Date.now() + 86_400_000)
  const users: Rows<'users'> = numbers(count).map((n) => ({
    id: `usr_${n}`,
    email: `shopper-${n}@example.test`,
    name: 'มะลิ ใจดี',
    passwordHash: null,
    roles: [],
    suspendedAt: null,
    createdAt: AT,
  }))
  const sessions: Rows<'sessions'> = users.map(({ id }) => ({
    id: `ses_${id}`,
    userId: id,
    clientType: 'native',
    userAgent: null,
    createdAt: AT,
    expiresAt: far,
    revokedAt: null,
  }))
  const addresses: Rows<'addresses'> = users.map(({ id }) => ({
    id: `adr_${id}`,
    userId: id,
    recipient: 'มะลิ ใจดี',
    phone: '+66812345678',
    line1: '12/3 ถนนพหลโยธิน',
    line2: null,
    subdistrict: 'สามเสนใน',
    district: 'พญาไท',
    province: 'กรุงเทพมหานคร',
    postcode: '10400',
    isDefault: true,
    createdAt: AT,
  }))
  await db.atomically((q) => [
    ...chunked(users, 7).map((rows) => q.insert(t.users).values(rows)),
    ...chunked(sessions, 7).map((rows) => q.insert(t.sessions).values(rows)),
    ...chunked(addresses, 12).map((rows) => q.insert(t.addresses).values(rows)),
  ])
}

function productRows(n: number) {
  const [shop, leaf, brand] = [n % SHOPS, (n * 7) % LEAVES, (n * 11) % BRANDS]
  const id = `prd_${n}`
  const priceSatang = 9900 + ((n * 7919) % 900) * 100
  const [ratingSum, reviewCount] = [(n % 3) * 4 + (n % 5), n % 3]
  const publishedMs = AT.getTime() + n * 60_000
  const product: Rows<'products'>[number] = {
    id,
    slug: `ผ้าทอ-${n}`,
    shopId: `shp_${shop}`,
    categoryId: `cat_3_${leaf}`,
    brandId: `brd_${brand}`,
    status: 'published',
    titleTh: `ผ้าฝ้ายทอมือ ลายน้ำไหล ย้อมคราม ผืนที่ ${n}`,
    titleEn: `Handwoven cotton, flowing water pattern, indigo, piece ${n}`,
    descriptionTh: 'ทอด้วยกี่พื้นเมืองโดยช่างทอบ้านหนองบัว '.repeat(8),
    descriptionEn: 'Woven on a frame loom by the weavers of Nong Bua. '.repeat(8),
    imageKeys: [`p/${n}-1.webp`, `p/${n}-2.webp`, `p/${n}-3.webp`],
    priceSatang,
    compareAtSatang: n % 4 === 0 ? priceSatang + 5000 : null,
    inStock: true,
    ratingSum,
    reviewCount,
    soldCount: (n * 31) % 2000,
    publishedAt: new Date(publishedMs),
    updatedAt: AT,
    version: 1,
  }
  const shelves = [
    'all',
    `shop:shop-${shop}`,
    `brand:brand-${brand}`,
    `category:${slugOf(3, leaf)}`,
    `category:${slugOf(2, Math.floor(leaf / 6))}`,
    `category:${slugOf(1, Math.floor(leaf / 30))}`,
  ]
  const variants: Rows<'variants'> = [0, 1].map((position) => ({
    id: `var_${n}_${position}`,
    productId: id,
    shopId: `shp_${shop}`,
    sku: `B-${n}-${position}`,
    options: [
      {
        name: { th: 'สี', en: 'Colour' },
        value: position === 0 ? { th: 'คราม', en: 'Indigo' } : { th: 'ขาว', en: 'White' },
      },
    ],
    priceSatang: priceSatang + position * 1000,
    compareAtSatang: null,
    weightGrams: 400,
    position,
    active: true,
  }))
  return {
    product,
    listings: shelves.map((shelf) => ({
      shelf,
      productId: id,
      priceSatang,
      ratingCents: (n * 13) % 501,
      soldCount: product.soldCount,
      publishedMs,
      inStock: true,
    })),
    variants,
    levels: variants.map((variant) => ({
      variantId: variant.id,
      productId: id,
      onHand: 1_000_000,
      reserved: 0,
    })),
  }
}

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n)
const slugOf = (depth: number, n: number) => `category-${depth}-${n}`
