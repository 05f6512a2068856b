import type { Locale } from '../locale.ts'
import { account } from './account.ts'
import { addresses } from './addresses.ts'
import { browse } from './browse.ts'
import { cart } from './cart.ts'
import { chat } from './chat.ts'
import { checkout } from './checkout.ts'
import { codes } from './codes.ts'
import { codesTold } from './codes-told.ts'
import { errors } from './errors.ts'
import { notifications } from './notifications.ts'
import { operating } from './operating.ts'
import { order } from './order.ts'
import { pay } from './pay.ts'
import { product } from './product.ts'
import { site } from './site.ts'
import { staff } from './staff.ts'
import { stalls } from './stalls.ts'
import { voucher } from './voucher.ts'

const textsIn = (locale: Locale) => ({
  site: site[locale],
  browse: browse[locale],
  product: product[locale],
  staff: staff[locale],
  stalls: stalls[locale],
  cart: cart[locale],
  chat: chat[locale],
  checkout: checkout[locale],
  pay: pay[locale],
  notifications: notifications[locale],
  order: order[locale],
  account: account[locale],
  addresses: addresses[locale],
  operating: operating[locale],
  voucher: voucher[locale],
  codes: codes[locale],
  codesTold: codesTold[locale],
  errors: errors[locale],
})

export type Messages = ReturnType<typeof textsIn>

const texts: Record<Locale, Messages> = { th: textsIn('th'), en: textsIn('en') }

export const messagesIn = (locale: Locale): Messages => texts[locale]
