import { shortMoney } from '../format/money.ts'
import type { Storefront } from '../load-context.ts'
import type { Locale } from '../locale.ts'
import { codesTold } from '../messages/codes-told.ts'
import { type Problem, settle } from '../problem.server.ts'
import { keepVoucherCodes, voucherCodes } from '../session.server.ts'
import type { Quote } from '../shapes.ts'
import type { ToldVoucher, ToldVouchers } from './voucher-sums.ts'

type Context = Pick<Storefront, 'api' | 'jar' | 'locale'>

/**
 * What the codes that this browser keeps do for the basket, with the chosen way of each shop, or the
 * cheapest. Null when the API would not say: a basket is worth showing without it.
 */
export async function readVouchers(
  context: Context,
  shipping?: Record<string, string>,
): Promise<ToldVouchers | null> {
  const quote = await ask(context, shipping)
  return quote === null ? null : told(quote, context.locale)
}

/** The same for a checkout, which has nothing to say where no code is kept. */
export async function readCodes(
  context: Context,
  shipping?: Record<string, string>,
): Promise<ToldVouchers | null> {
  return voucherCodes(context.jar).length === 0 ? null : await readVouchers(context, shipping)
}

async function ask({ api, jar }: Context, shipping?: Record<string, string>) {
  const asked = { vouchers: voucherCodes(jar), ...(shipping === undefined ? {} : { shipping }) }
  const answer = await settle(api.cart.quote(asked))
  return answer.ok ? answer.value : null
}

function told({ vouchers, suggested }: Quote, locale: Locale): ToldVouchers {
  const texts = codesTold[locale]
  return {
    vouchers: vouchers.map((one): ToldVoucher => {
      const named = { code: one.code, title: one.title ?? one.code }
      if ('reason' in one) {
        const { reason, missingSatang } = one
        const missing = missingSatang === undefined ? null : shortMoney(missingSatang)
        return { ...named, text: missing === null ? texts.why[reason] : texts.missing(missing) }
      }
      const shipping = one.kind === 'shipping'
      const amount = shortMoney(one.amountSatang)
      const text = shipping ? texts.offShipping(amount) : texts.off(amount)
      return { ...named, text, off: { satang: one.amountSatang, shipping } }
    }),
    suggested: {
      codes: suggested.codes,
      text: texts.suggestion(shortMoney(suggested.discountSatang)),
    },
  }
}

type Refusal = Pick<Problem, 'code'> & Record<string, unknown>

/**
 * The same after an order was refused. A voucher that the API refuses of this very buyer, though a
 * quote knows nothing against it, is let go: a guest says only in the checkout who they are.
 */
export async function codesAfter(
  context: Context,
  problem: Refusal,
  shipping: Record<string, string>,
): Promise<ToldVouchers | null> {
  const now = await readCodes(context, shipping)
  const named = namedIn(problem).map(({ code }) => code)
  if (problem.code !== 'voucher_invalid' || now === null) return now
  const working = now.vouchers.flatMap(({ code, off }) => (off === undefined ? [] : [code]))
  if (named.some((code) => !working.includes(code))) return now
  keepVoucherCodes(
    context.jar,
    voucherCodes(context.jar).filter((code) => !named.includes(code)),
  )
  return await readCodes(context, shipping)
}

/** A line for each voucher that a refusal names. */
export function whyRefused(problem: Refusal, locale: Locale): string[] {
  const { why } = codesTold[locale]
  return namedIn(problem).map(({ code, reason }) =>
    Object.hasOwn(why, reason) ? `${code}: ${why[reason as keyof typeof why]}` : code,
  )
}

function namedIn({ vouchers }: Refusal) {
  const named = Array.isArray(vouchers) ? (vouchers as Record<string, unknown>[]) : []
  return named.map(({ code, reason }) => ({ code: String(code), reason: String(reason) }))
}

/** Takes codes in, the latest first, or one out; of a kind the latest stays. */
export async function changeVouchers(context: Context, form: FormData): Promise<void> {
  const { jar } = context
  const named = form
    .getAll('code')
    .map((code) => String(code).trim().toUpperCase())
    .filter((code) => code !== '')
  const others = voucherCodes(jar).filter((code) => !named.includes(code))
  if (form.get('intent') === 'remove') return keepVoucherCodes(jar, others)
  if (named.length === 0) return
  keepVoucherCodes(jar, [...named, ...others])
  const doubled = ((await ask(context))?.vouchers ?? []).flatMap((one) =>
    'reason' in one && one.reason === 'one_of_a_kind' ? [one.code] : [],
  )
  keepVoucherCodes(
    jar,
    voucherCodes(jar).filter((code) => !doubled.includes(code)),
  )
}
