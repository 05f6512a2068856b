import { shortMoney } from '../format/money.ts'
import type { Storefront } from '../load-context.ts'
import type { Locale } from '../locale.ts'
import { codesTold } from '../messages/codes-told.ts'
import { type Problem, settle } from '../problem.server.ts'
import { keepVoucherCodes, voucherCodes } from '../session.server.ts'
import type { Quote } from '../shapes.ts'
import type { ToldVoucher, ToldVouchers } from './voucher-sums.ts'

type Context = Pick<Storefront, 'api' | 'jar' | 'locale'>

/** What a price depends on, beside the basket. */
export type Choices = { shipping?: Record<string, string>; province?: string }

/**
 * What the codes that this browser keeps do for the basket, with the chosen way of each shop, or the
 * cheapest. Null when the API would not say: a basket is worth showing without it.
 */
export async function readVouchers(
  context: Context,
  choices: Choices = {},
): Promise<ToldVouchers | null> {
  const quote = await ask(context, choices)
  return quote === null ? null : told(quote, context.locale)
}

async function ask({ api, jar }: Context, choices: Choices = {}, vouchers = voucherCodes(jar)) {
  const answer = await settle(api.cart.quote({ vouchers, ...choices }))
  return answer.ok ? answer.value : null
}

function told({ vouchers, suggested, cash }: Quote, locale: Locale): ToldVouchers {
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
    cash,
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
  choices: Choices,
): Promise<ToldVouchers | null> {
  const now = await readVouchers(context, choices)
  const named = namedIn(problem).map(({ code }) => code)
  if (problem.code !== 'voucher_invalid' || now === null) return now
  const working = now.vouchers.flatMap(({ code, off }) => (off === undefined ? [] : [code]))
  if (named.some((code) => !working.includes(code))) return now
  keepVoucherCodes(
    context.jar,
    voucherCodes(context.jar).filter((code) => !named.includes(code)),
  )
  return await readVouchers(context, choices)
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

/** As many codes as the API prices at once. */
const MOST_ASKED = 10

/**
 * Takes codes in, the latest first, or one out. Of a kind the latest works; the one before it stays and
 * says so, and works again once the latest is taken out.
 */
export async function changeVouchers(context: Context, form: FormData): Promise<void> {
  const { jar } = context
  const named = form
    .getAll('code')
    .map((code) => String(code).trim().toUpperCase())
    .filter((code) => code !== '')
  const others = voucherCodes(jar).filter((code) => !named.includes(code))
  if (form.get('intent') === 'remove') return keepVoucherCodes(jar, others)
  if (named.length === 0) return
  const codes = [...named, ...others].slice(0, MOST_ASKED)
  const told = (await ask(context, {}, codes))?.vouchers ?? []
  const why = new Map(told.flatMap((one) => ('reason' in one ? [[one.code, one.reason]] : [])))
  const second = codes.filter((code) => why.get(code) === 'one_of_a_kind')
  const kept = codes.filter((code) => !second.slice(1).includes(code))
  // What does nothing goes first when there are too many; what was typed just now is explained.
  const idle = (code: string) => why.has(code) && !named.includes(code)
  keepVoucherCodes(jar, [...kept.filter((code) => !idle(code)), ...kept.filter(idle)])
}
