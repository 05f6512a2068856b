import { addressOf } from '../address-form.server.ts'
import { isEmail, wrongAddressFields } from '../components/address-rules.ts'
import { readPaymentChoice } from '../payment-choice.server.ts'
import type { AddressFields, PlaceOrder } from '../shapes.ts'

const NEW_ADDRESS = 'new'

/** What was typed, by field, to be shown again as it was. */
export type Typed = Record<string, string>
export type CheckoutForm = {
  typed: Typed
  /** Fields that are empty or cannot be right; the page has a sentence for each. */
  wrong: string[]
  /** Null while something is wrong. */
  body: PlaceOrder | null
  saveAddress: AddressFields | null
}

export function readCheckoutForm(form: FormData, shopIds: string[], guest: boolean): CheckoutForm {
  const typed: Typed = {}
  for (const [name, value] of form) if (typeof value === 'string') typed[name] = value
  const text = (name: string) => (typed[name] ?? '').trim()
  const newAddress = guest || text('addressId') === '' || text('addressId') === NEW_ADDRESS

  const payment = readPaymentChoice(text('payment'))
  const wrong = [
    ...(newAddress ? wrongAddressFields(text) : []),
    ...(guest && !isEmail(text('email')) ? ['email'] : []),
    ...shopIds.filter((id) => text(`shipping.${id}`) === '').map((id) => `shipping.${id}`),
    ...(payment === null ? ['payment'] : []),
  ]
  const address = addressOf(text)
  const saveAddress = !guest && newAddress && text('saveAddress') === '1' ? address : null
  if (payment === null || wrong.length > 0) return { typed, wrong, body: null, saveAddress }
  const body: PlaceOrder = {
    ...(newAddress ? { address } : { addressId: text('addressId') }),
    ...(guest ? { contact: { email: text('email'), phone: address.phone } } : {}),
    shipping: Object.fromEntries(shopIds.map((id) => [id, text(`shipping.${id}`)])),
    payment,
    vouchers: form.getAll('voucher').map(String),
    ...seenTotal(text, shopIds),
  }
  return { typed, wrong, body, saveAddress }
}

/**
 * What the page said it would cost: the goods and the chosen way of each shop, as they stood there, less
 * what its vouchers took off.
 * The parts and not their sum, since without scripts a choice changes no sum. What the page never
 * writes names no price that was seen, so that the order is refused and the real one shown.
 */
function seenTotal(
  text: (name: string) => string,
  shopIds: string[],
): Pick<PlaceOrder, 'expectedTotalSatang'> {
  const parts = [text('goods'), ...shopIds.map((id) => text(`cost.${text(`shipping.${id}`)}`))]
  if (parts.every((part) => part === '')) return {}
  if (!parts.every((part) => /^\d{1,12}$/.test(part))) return { expectedTotalSatang: 0 }
  const off = /^\d{1,12}$/.test(text('off')) ? Number(text('off')) : 0
  const total = parts.reduce((sum, part) => sum + Number(part), -off)
  return { expectedTotalSatang: Math.max(0, total) }
}

/** The page's field for a path of the API's problem: `address.phone` and `contact.phone` are one field. */
export function fieldOf(path: string): string {
  const [head = '', ...rest] = path.split('.')
  return head === 'address' || head === 'contact' ? rest.join('.') : path
}
