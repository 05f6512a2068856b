/** What the pages are made of: the API's own words for it, gathered in one place. */

import type { OrderDetail, OrderPage, PlacedOrder, RequestCancel } from '../src/order/schema.ts'
import type { ProductShipping } from '../src/order/shipping/schema.ts'
import type { BrandPage } from '../src/product/brand/schema.ts'
import type { CategoryTree } from '../src/product/category/schema.ts'
import type { FlashSaleList } from '../src/product/flash-sale/schema.ts'
import type { ProvinceList } from '../src/product/province/schema.ts'
import type { ReviewPage } from '../src/product/review/schema.ts'
import type { Found, ProductPage, ProductVariant } from '../src/product/schema.ts'
import type { StallPage } from '../src/product/stall/schema.ts'
import type { OperatorEventPage } from '../src/services/operator-feed/schema.ts'

export type {
  FoundMessages,
  Message,
  MessagePage,
  OpenedRoom,
  OpenRoom,
  Report,
  ReportRoom,
  Room,
  RoomPage,
  SayInput,
  SetShopChat,
  ShopChat,
  ShopPace,
} from '../src/chat/schema.ts'
export type {
  AddLine as AddToCart,
  Cart,
  CartLine,
  LineProblem,
} from '../src/order/cart/schema.ts'
export type { Payment, PaymentChoice } from '../src/order/payment/schema.ts'
export type { AskQuote, Quote } from '../src/order/quote/schema.ts'
export type {
  Order,
  OrderDetail,
  OrderGroup,
  PlacedOrder,
  PlaceOrder,
} from '../src/order/schema.ts'
export type { ShippingOptions } from '../src/order/shipping/schema.ts'
export type { Voucher } from '../src/order/voucher/schema.ts'
export type { FlashItem, FlashPrice } from '../src/product/flash-sale/schema.ts'
export type { ProductCard, ProductDetail as Product } from '../src/product/schema.ts'
export type { PutWatch, Watch } from '../src/product/watch/schema.ts'
export type { AskUpload, PromisedUpload, TakenUpload } from '../src/services/upload/schema.ts'
export type { Address, ChangeAddress, NewAddress } from '../src/user/address/schema.ts'
export type { Device } from '../src/user/device/schema.ts'
export type { LinkLine } from '../src/user/line/schema.ts'
export type { ChangeMember, Invitation, InviteMember, Member } from '../src/user/member/schema.ts'
export type { Notification, NotificationPage } from '../src/user/notification/schema.ts'
export type { ChoosePreferences, NotificationPreferences } from '../src/user/preference/schema.ts'
export type { User } from '../src/user/profile/schema.ts'
export type { Shop } from '../src/user/seller/schema.ts'

/** Enough to name a shop; where an order is shown, its province is not known. */
export type ShopLink = { id: string; slug: string; name: string; province?: string }
export type NamedLink = { slug: string; name: string }
export type { Found }
export type ProductList = ProductPage
export type Variant = ProductVariant
export type Category = CategoryTree['items'][number]
export type Province = ProvinceList['items'][number]
export type FlashSale = FlashSaleList['items'][number]
export type Stall = StallPage['items'][number]
export type ShippingOffer = ProductShipping['options'][number]
export type Brand = BrandPage['items'][number]
export type Review = ReviewPage['items'][number]
export type ListedOrder = OrderPage['items'][number]
export type OrderStatus = ListedOrder['status']
export type OrderEvent = OrderDetail['history'][number]
export type CancelReason = RequestCancel['reason']
export type OrderReason = NonNullable<OrderEvent['reason']>
export type Parcel = OrderDetail['parcels'][number]
export type AddressFields = OrderDetail['address']
export type NextAction = NonNullable<PlacedOrder['payment']['nextAction']>
export type OperatorNews = OperatorEventPage['items'][number]
