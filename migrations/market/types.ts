import type { VariantOption } from '../../src/database/tables/product.ts'

export type Text = { th: string; en: string }

/** What choosing a value changes about the product, beside its words. */
export type ValueFacts = {
  /** The picture variant it is drawn with; a family's first look when no value says. */
  look?: string
  /** Moves the product to another leaf of the category tree. */
  leaf?: string
  /** Only shops of these provinces sell it. */
  at?: readonly string[]
  brand?: string
  /** Multiplies, then adds baht to, the family's price. */
  times?: number
  add?: number
  /** Multiplies the family's weight; the price's multiple when absent. */
  heft?: number
  /** A sentence for the description. */
  say?: Text
}

export type Value = Text & ValueFacts

/** What a shopper chooses on the product page; a product offers some neighbouring values of it. */
export type OptionAxis = { name: Text; values: readonly Value[]; most: number }

export type Packing =
  | 'fragile'
  | 'fresh'
  | 'pantry'
  | 'cloth'
  | 'small'
  | 'bulky'
  | 'bottle'
  | 'device'
  | 'living'
  | 'plain'

/** A kind of goods, hand-written: everything its products can be called, said of and priced at. */
export type Family = {
  key: string
  leaf: string
  packing: Packing
  /** How common it is beside the others; 1 when absent. */
  share?: number
  /** Brands that may stand on it; the title names one only through an axis. */
  brands?: readonly string[]
  /** The price and weight before any value changes them. */
  baht: number
  grams: number
  title: Text
  axes: Readonly<Record<string, readonly Value[]>>
  options?: readonly OptionAxis[]
  /** Names every axis, so that no two descriptions are alike. */
  intro: readonly Text[]
  made: readonly Text[]
  use: readonly Text[]
  care: readonly Text[]
  praise: readonly Text[]
  gripe: readonly Text[]
}

export type ShopNote = {
  slug: string
  name: Text
  /** A key of PROVINCES. */
  province: string
  about: Text
  goods: readonly string[]
  /** Days before `now` it joined. */
  age: number
  cod: boolean
}

export type Shop = {
  id: string
  slug: string
  name: Text
  description: Text
  province: Text
  /** The province's key in PROVINCES. */
  provinceSlug: string
  /** The families it sells. */
  goods: readonly string[]
  acceptsCod: boolean
  joinedAt: Date
  ownerId: string
}

export type Category = {
  id: string
  slug: string
  parentId: string | null
  parentSlug: string | null
  level: 1 | 2 | 3
  name: Text
  imageKey: string | null
  position: number
}

export type Brand = { id: string; slug: string; name: Text }

export type Variant = {
  id: string
  sku: string
  options: VariantOption[]
  priceSatang: number
  compareAtSatang: number | null
  weightGrams: number
  stock: number
}

export type Product = {
  id: string
  slug: string
  family: string
  shopSlug: string
  categorySlug: string
  brandSlug: string | null
  title: Text
  description: Text
  imageKeys: string[]
  /** Lowest price of its variants. */
  priceSatang: number
  compareAtSatang: number | null
  soldCount: number
  ratingSum: number
  reviewCount: number
  publishedAt: Date
  variants: Variant[]
}

export type Review = {
  id: string
  productId: string
  authorName: string
  rating: number
  body: string
  locale: 'th' | 'en'
  createdAt: Date
}

export type ShippingOption = {
  id: string
  shopSlug: string
  kind: 'flat' | 'by_weight'
  name: Text
  priceSatang: number
  stepSatang: number
  stepGrams: number
  minDays: number
  maxDays: number
  position: number
}

export type Voucher = {
  id: string
  code: string
  /** Null for one of the market. */
  shopSlug: string | null
  title: Text
  kind: 'shop' | 'platform' | 'shipping'
  benefit: 'fixed' | 'percent' | 'free_shipping' | 'buy_get'
  amountSatang: number | null
  rateBp: number | null
  capSatang: number | null
  buyCount: number | null
  getCount: number | null
  minimumSatang: number
  audience: 'all' | 'new_buyer' | 'repeat_buyer'
  shopPaysBp: number
  /** To be claimed and used in. */
  from: Date
  until: Date
  quota: number
  perBuyer: number
}

export type Account = {
  id: string
  email: string
  name: string
  roles: 'operator'[]
  /** Plain, and plainly fake; null for shop owners nobody signs in as. */
  password: string | null
  createdAt: Date
}

export type Address = {
  id: string
  userId: string
  recipient: string
  phone: string
  line1: string
  line2: string | null
  subdistrict: string
  district: string
  province: string
  postcode: string
  isDefault: boolean
}

/** A slot with what is sold in it; its stock is carved out of the ordinary one. */
export type FlashSale = {
  id: string
  title: Text
  startsAt: Date
  endsAt: Date
  items: {
    id: string
    productId: string
    variantId: string
    priceSatang: number
    listPriceSatang: number
    quota: number
    perBuyer: number
    position: number
  }[]
}

export type Market = {
  now: Date
  shops: Shop[]
  categories: Category[]
  brands: Brand[]
  products: Product[]
  reviews: Review[]
  shippingOptions: ShippingOption[]
  vouchers: Voucher[]
  accounts: Account[]
  addresses: Address[]
  flashSales: FlashSale[]
}
