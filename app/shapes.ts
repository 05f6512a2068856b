/** What the pages are made of, as the API answers it. */

import type { BrandPage } from '../src/product/brand/schema.ts'
import type { CategoryTree } from '../src/product/category/schema.ts'
import type { ReviewPage } from '../src/product/review/schema.ts'
import type { ProductVariant } from '../src/product/schema.ts'

export type ShopLink = { id: string; slug: string; name: string; province?: string }
export type NamedLink = { slug: string; name: string }
export type Page<Item> = { items: Item[]; nextCursor: string | null }

export type { ProductCard, ProductDetail as Product } from '../src/product/schema.ts'
export type Variant = ProductVariant
export type VariantOption = ProductVariant['options'][number]
export type Category = CategoryTree['items'][number]
export type Brand = BrandPage['items'][number]
export type Review = ReviewPage['items'][number]

export type Shop = ShopLink & {
  description?: string
  imageUrl?: string | null
  productCount?: number
  acceptsCod?: boolean
  joinedAt?: string
}

type NamedValue = { name: string; value: string }
export type LineProblem =
  | 'unavailable'
  | 'out_of_stock'
  | 'not_enough_stock'
  | 'price_up'
  | 'price_down'
export type CartLine = {
  id: string
  variantId: string
  productSlug: string
  title: string
  options: NamedValue[]
  imageUrl: string | null
  quantity: number
  unitPriceSatang: number
  seenPriceSatang: number
  lineTotalSatang: number
  available: number
  problems: LineProblem[]
}
export type Cart = {
  id: string
  cartToken?: string
  groups: { shop: ShopLink; lines: CartLine[]; subtotalSatang: number }[]
  totalSatang: number
}
export type ShippingOptions = {
  groups: {
    shopId: string
    options: { id: string; name: string; priceSatang: number; estimate: string }[]
  }[]
}

export type AddressFields = {
  recipient: string
  phone: string
  line1: string
  line2?: string | null
  subdistrict: string
  district: string
  province: string
  postcode: string
}
export type Address = AddressFields & { id: string; isDefault: boolean }

export type OrderStatus =
  | 'pending_payment'
  | 'paid'
  | 'processed'
  | 'shipped'
  | 'delivered'
  | 'completed'
  | 'cancel_requested'
  | 'cancelled'
export type PaymentStatus = 'pending_payment' | 'cod' | 'paid' | 'expired' | 'cancelled'

export type OrderLine = {
  id: string
  title: string
  quantity: number
  unitPriceSatang: number
  lineTotalSatang: number
  imageUrl?: string | null
  productSlug?: string
  options?: VariantOption[]
}
export type Order = {
  id: string
  number: string
  shop: ShopLink
  status: OrderStatus
  lines: OrderLine[]
  subtotalSatang: number
  shippingSatang: number
  discountSatang: number
  totalSatang: number
  orderGroupId?: string
  placedAt?: string
  shipping?: { name: string; minDays?: number; maxDays?: number }
  history?: { status: string; at: string }[]
  actions?: string[]
}
export type OrderGroup = {
  id: string
  number: string
  paymentStatus: PaymentStatus
  totalSatang: number
  orders: Order[]
  placedAt?: string
  paidAt?: string | null
  expiresAt?: string
  address?: AddressFields
  contact?: { email: string; phone: string }
}

export type NextAction =
  | { type: 'card_form'; publishableKey: string; scriptUrl: string }
  | { type: 'promptpay_qr'; qrData: string; qrImageUrl: string; instructionsUrl: string }
  | { type: 'redirect'; url: string }
export type Payment = {
  id: string
  status: 'requires_action' | 'processing' | 'succeeded' | 'failed' | 'expired'
  provider: string
  method: string
  clientSecret?: string | null
  nextAction?: NextAction | null
  expiresAt?: string | null
  failure?: { code?: string; message?: string } | null
}
export type GroupWithPayment = { orderGroup: OrderGroup; payment: Payment | null }

export type PlaceOrder = {
  shipping: Record<string, string>
  payment: { provider: string; method: string }
  vouchers?: string[]
} & ({ addressId: string } | { address: AddressFields; contact: { email: string; phone: string } })
