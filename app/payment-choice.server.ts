import { PaymentChoice } from '../src/order/payment/schema.ts'

/** `stripe:promptpay`, as the radios and buttons say it; null for anything that is no way to pay. */
export function readPaymentChoice(value: unknown): PaymentChoice | null {
  const [provider, method, ...rest] = String(value ?? '').split(':')
  const parsed = PaymentChoice.safeParse({ provider, method })
  return parsed.success && rest.length === 0 ? parsed.data : null
}
