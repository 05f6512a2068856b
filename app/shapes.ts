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
  line2?: string
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
  variantId: string
  productSlug: string
  title: string
  options: NamedValue[]
  imageUrl: string | null
  quantity: number
  unitPriceSatang: number
  lineTotalSatang: number
}
export type Order = {
  id: string
  number: string
  groupId: string
  status: OrderStatus
  shop: { id: string; slug: string; name: string }
  lines: OrderLine[]
  subtotalSatang: number
  shippingSatang: number
  discountSatang: number
  totalSatang: number
  vatSatang: number
  shipping: { id: string; name: string; estimate: string }
  placedAt: string
}
export type ListedOrder = Order & { paymentStatus: PaymentStatus }
export type OrderEvent = { event: string; status: string; at: string }
export type OrderDetail = ListedOrder & { address: AddressFields; history: OrderEvent[] }
export type OrderGroup = {
  id: string
  number: string
  paymentStatus: PaymentStatus
  totalSatang: number
  version: number
  placedAt: string
  expiresAt: string
  paidAt?: string
  address: AddressFields
  orders: Order[]
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
  clientSecret?: string
  nextAction?: NextAction
  failureCode?: string
  expiresAt: string
}
export type PlacedOrder = { orderGroup: OrderGroup; payment: Payment; orderToken?: string }

export type PaymentChoice = { provider: string; method: string }
export type PlaceOrder = {
  addressId?: string
  address?: AddressFields
  contact?: { email: string; phone: string }
  shipping: Record<string, string>
  payment: PaymentChoice
}
