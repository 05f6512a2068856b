import type { Page } from 'playwright-core'
import { messagesIn } from '../../app/messages/index.ts'
import type { Fate } from './fates.ts'
import { openWhole } from './open-whole.ts'
import type { Person, Scene } from './scene.ts'
import { CARDS, orderButton, payByCard } from './shopping.ts'

export type Visit = {
  language: 'th' | 'en'
  /** Addresses without a slash at the end. */
  storefront: string
  simulator: string
  scene: Scene
}

/** A page in one of its states. */
export type Stop = {
  name: string
  /** In whose browser it is shown. */
  who: Person
  /** Brings the page into that state; what it takes was made before, so any stop may come first. */
  open(page: Page, visit: Visit): Promise<void>
}

type Act = (page: Page, visit: Visit) => Promise<unknown>

const baseOf = ({ storefront, language }: Visit) =>
  language === 'th' ? storefront : `${storefront}/en`

const texts = ({ language }: Visit) => messagesIn(language)

/** A stop at an address of the storefront, with what is done there and how the page is answered. */
function stop(
  name: string,
  who: Person,
  path: string | ((scene: Scene) => string),
  act?: Act,
  status = 200,
): Stop {
  return {
    name,
    who,
    async open(page, visit) {
      const rest = typeof path === 'string' ? path : path(visit.scene)
      const answer = await openWhole(page, `${baseOf(visit)}${rest}`)
      // A page that failed shows no flaw of the page that was meant.
      if (answer?.status() !== status) throw new Error(`${rest} answered ${answer?.status()}`)
      await act?.(page, visit)
    },
  }
}

/** The page has said what it had to say, and its buttons can be pressed again. */
async function untilSaid(page: Page): Promise<void> {
  await page.getByRole('alert').first().waitFor()
  await page.locator('main button[aria-disabled=true]').first().waitFor({ state: 'detached' })
}

/** Presses a button of the page's own form, and waits for the refusal. */
const refused =
  (name: (visit: Visit) => string): Act =>
  async (page, visit) => {
    await page
      .locator('main')
      .getByRole('button', { name: name(visit), exact: true })
      .click()
    await untilSaid(page)
  }

const signIn: Act = async (page, visit) => {
  await page.fill('input[name=email]', `nobody.${visit.language}@example.test`)
  await page.fill('input[name=password]', 'ไม่ใช่รหัสผ่านนี้')
  await refused((at) => texts(at).account.signIn)(page, visit)
}

/** The lists of Thailand's places have come. */
const places: Act = async (page) => await page.locator('select[name=province]').waitFor()

const orderNothing: Act = async (page) => {
  await places(page, {} as Visit)
  await orderButton(page).click()
  await untilSaid(page)
}

const cardField: Act = async (page, { simulator }) =>
  await page.frameLocator(`iframe[src^="${simulator}"]`).locator('[name=cardnumber]').waitFor()

const badCard: Act = async (page, { simulator }) => {
  await payByCard(page, simulator, CARDS.declined)
  await untilSaid(page)
}

const addToBasket: Act = async (page, visit) => {
  const { addToCart } = texts(visit).product
  await page.getByRole('button', { name: addToCart }).first().click()
  await page
    .getByText(/ใส่ตะกร้าแล้ว|in your basket/)
    .first()
    .waitFor()
}

/** A phone's sheet; a wide page has its filters beside the list. */
const filters: Act = async (page, visit) => {
  if ((page.viewportSize()?.width ?? 0) >= 1024) return
  await page.getByRole('button', { name: texts(visit).browse.filterAndSort }).click()
}

const anotherAddress: Act = async (page) => {
  await page.locator('input[name=addressId][value=new]').check()
  await page.locator('select[name=province]').waitFor()
}

const pay = (fate: Fate, act?: Act) =>
  stop(`pay-${fate}`, 'regular', ({ groups }) => `/checkout/pay/${groups[fate]}`, act)
const order = (fate: keyof Scene['orders']) =>
  stop(`order-${fate}`, 'regular', ({ orders }) => `/orders/${orders[fate]}`)
const group = (fate: Fate) =>
  stop(`order-group-${fate}`, 'regular', ({ groups }) => `/order-groups/${groups[fate]}`)

const TABS = ['to-pay', 'to-ship', 'to-receive', 'completed', 'cancelled', 'returns']
/** Nothing brings an order into it yet: it looks the same to all. */
const EMPTY_FOR_ALL = ['returns']
const tabs = (who: Person, prefix: string, names: readonly string[]) =>
  names.map((tab) => stop(`${prefix}-${tab}`, who, `/orders?tab=${tab}`))

/** Longer than the API takes, so that it refuses and the page says under which number. */
const TOO_LONG = 'a'.repeat(300)

/** Every page of the storefront in every state there is. */
export const TOUR: readonly Stop[] = [
  stop('home', 'nobody', ''),
  stop('list', 'nobody', '/c/all'),
  stop('list-filtered', 'nobody', '/c/all?sort=price-asc&min=50&rating=4&stock=1'),
  stop('list-empty', 'nobody', '/c/all?min=9999999'),
  stop('list-wrong-price', 'nobody', '/c/all?min=cheap&max=500'),
  stop('list-filters', 'nobody', '/c/all?stock=1', filters),
  stop('list-province', 'nobody', ({ goods }) => `/c/all?province=${goods.province}`),
  stop('category', 'nobody', ({ goods }) => `/c/${goods.category}`),
  stop('product', 'nobody', ({ goods }) => `/p/${goods.product}`),
  stop('product-choices', 'nobody', ({ goods }) => `/p/${goods.choices}`),
  stop('product-sold-out', 'nobody', ({ goods }) => `/p/${goods.soldOut}`),
  stop('shop', 'nobody', ({ goods }) => `/s/${goods.shop}`),
  stop('shop-about', 'nobody', ({ goods }) => `/s/${goods.shop}?tab=about`),
  stop('shop-vouchers', 'nobody', '/s/ban-ceramic-lampang?tab=vouchers'),
  stop('cart-empty', 'nobody', '/cart'),
  stop('sign-in', 'nobody', '/sign-in'),
  stop('sign-in-needed', 'nobody', '/orders'),
  stop('sign-in-refused', 'nobody', '/sign-in', signIn),
  stop('register', 'nobody', '/register'),
  stop(
    'register-refused',
    'nobody',
    '/register',
    refused((visit) => texts(visit).account.register),
  ),
  stop('not-found', 'nobody', '/nowhere/at/all', undefined, 404),
  stop('error', 'nobody', `/p/${TOO_LONG}`, undefined, 400),
  stop('dev-ui', 'nobody', '/dev/ui'),
  {
    name: 'offline',
    who: 'nobody',
    async open(page, { storefront, language }) {
      await openWhole(page, `${storefront}/offline/${language}`)
    },
  },

  stop('cart', 'guest', '/cart'),
  stop('checkout-guest', 'guest', '/checkout', places),
  stop('checkout-guest-refused', 'guest', '/checkout', orderNothing),
  stop('product-added', 'passer', ({ goods }) => `/p/${goods.product}`, addToBasket),
  stop('cart-changed', 'latecomer', '/cart'),

  stop('checkout', 'newcomer', '/checkout', places),
  stop('checkout-refused', 'newcomer', '/checkout', orderNothing),
  stop('orders-none', 'newcomer', '/orders'),
  ...tabs(
    'newcomer',
    'orders-none',
    TABS.filter((tab) => !EMPTY_FOR_ALL.includes(tab)),
  ),
  stop('vouchers-none', 'newcomer', '/vouchers'),
  stop('addresses-none', 'newcomer', '/addresses'),
  stop('address-new', 'newcomer', '/addresses/new', places),

  stop('checkout-saved', 'regular', '/checkout'),
  stop('cart-vouchers', 'saver', '/cart'),
  stop('checkout-vouchers', 'saver', '/checkout'),
  stop('vouchers', 'regular', '/vouchers'),
  stop('checkout-another', 'regular', '/checkout', anotherAddress),
  pay('waiting', async (page) => await page.locator('a[href*="/pay/pi_"]').first().waitFor()),
  pay('card', cardField),
  pay('refused', badCard),
  pay('checking'),
  pay('declined'),
  pay('expired'),
  pay('paid'),
  pay('cancelled'),
  stop('orders', 'regular', '/orders'),
  stop('orders-strayed', 'regular', '/orders?tab=completed&cursor=old'),
  ...tabs('regular', 'orders', TABS),
  ...(['waiting', 'paid', 'parted', 'cancelled'] as const).map(order),
  ...(['processed', 'shipped', 'delivered', 'completed', 'cash-delivered'] as const).map(order),
  ...(['waiting', 'paid', 'parted', 'cash', 'moving', 'completed'] as const).map(group),
  stop('sign-out', 'regular', '/sign-out'),
  stop('messages-none', 'newcomer', '/messages'),
  stop('messages', 'regular', '/messages'),
  stop('message', 'regular', ({ talk }) => `/messages/${talk.room}`),
  stop('message-about', 'regular', ({ talk }) => `/messages/${talk.room}?product=${talk.product}`),
  stop('desk', 'seller', ({ talk }) => `/seller/messages?shop=${talk.shop}`),
  stop('desk-message', 'seller', ({ talk }) => `/seller/messages/${talk.room}?shop=${talk.shop}`),
  stop('desk-home', 'seller', ({ talk }) => `/seller?shop=${talk.shop}`),
  stop('desk-home-none', 'regular', '/seller'),
  stop('desk-members', 'seller', ({ talk }) => `/seller/members?shop=${talk.shop}`),
  stop('desk-settings', 'seller', ({ talk }) => `/seller/messages/settings?shop=${talk.shop}`),
  stop('profile', 'regular', '/profile'),
  stop('addresses', 'regular', '/addresses'),
  stop('address-edit', 'regular', ({ addressId }) => `/addresses/${addressId}`, places),
  stop('address-remove', 'regular', ({ addressId }) => `/addresses?remove=${addressId}`),
]
