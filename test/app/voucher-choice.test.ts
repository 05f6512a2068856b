import { describe, expect, it } from 'vitest'
import type { Api } from '../../app/api.server.ts'
import { createCookieJar } from '../../app/cookies.server.ts'
import { keepVoucherCodes, voucherCodes } from '../../app/session.server.ts'
import type { Quote } from '../../app/shapes.ts'
import {
  changeVouchers,
  codesAfter,
  readVouchers,
  whyRefused,
} from '../../app/storefront/voucher-choice.server.ts'
import { goodsOff, sumRows, type ToldVoucher, wholeOff } from '../../app/storefront/voucher-sums.ts'

const jarOf = (cookie = '') =>
  createCookieJar(new Request('https://talat.example/', { headers: { cookie } }))

const formOf = (...fields: [name: string, value: string][]): FormData => {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

const off = (code: string, kind: 'shop' | 'platform' | 'shipping', amountSatang = 1000) => ({
  code,
  kind,
  title: code,
  amountSatang,
})

/** A basket whose quote tells of each code what `told` says. */
function basketWith(told: (codes: readonly string[]) => Quote['vouchers']) {
  const quote = async ({ vouchers = [] }: { vouchers?: string[] | undefined }) => ({
    orders: [],
    vouchers: told(vouchers),
    suggested: { codes: [], discountSatang: 0 },
    discountSatang: 0,
    totalSatang: 0,
    cash: { accepted: true },
  })
  const jar = jarOf()
  return { jar, locale: 'en' as const, api: { cart: { quote } } as unknown as Api }
}

describe('The codes that a browser keeps', () => {
  it('come back as they were written, whatever is in them', () => {
    const jar = jarOf()
    const codes = ['TALAT10', 'ลด.50', 'A B;C=D', '%E0']
    keepVoucherCodes(jar, codes)
    const [header = ''] = jar.headers()
    expect(header).toMatch(/^__Host-talat_vouchers=[\w%.-]+; /)
    expect(voucherCodes(jarOf(header.split(';')[0]))).toEqual(codes)
  })

  it('are five at most, and never what no form of ours wrote', () => {
    const jar = jarOf('__Host-talat_vouchers=A.B.C.D.E.F.G')
    expect(voucherCodes(jar)).toEqual(['A', 'B', 'C', 'D', 'E'])
    expect(voucherCodes(jarOf(`__Host-talat_vouchers=%E0%.${'x'.repeat(41)}..B`))).toEqual(['B'])
  })
})

describe('Changing which vouchers a basket uses', () => {
  it('puts the latest first, in capitals; the one before it says why it stands back, and comes back', async () => {
    const context = basketWith((codes) =>
      codes.map((code, n) => (n === 0 ? off(code, 'platform') : { code, reason: 'one_of_a_kind' })),
    )
    await changeVouchers(context, formOf(['code', ' talat10 ']))
    expect(voucherCodes(context.jar)).toEqual(['TALAT10'])
    await changeVouchers(context, formOf(['code', 'HELLO']))
    expect((await readVouchers(context))?.vouchers.map(({ code, text }) => [code, text])).toEqual([
      ['HELLO', '฿10 off'],
      ['TALAT10', 'Only one voucher of this kind per order'],
    ])
    // One that stood back already makes room for the next that does.
    await changeVouchers(context, formOf(['code', 'AGAIN']))
    expect(voucherCodes(context.jar)).toEqual(['AGAIN', 'HELLO'])
    await changeVouchers(context, formOf(['code', 'AGAIN'], ['intent', 'remove']))
    expect(voucherCodes(context.jar)).toEqual(['HELLO'])
  })

  it('keeps one that does nothing yet, with its reason for the page to say', async () => {
    const context = basketWith((codes) =>
      codes.map((code) => ({ code, reason: 'minimum', missingSatang: 100 })),
    )
    await changeVouchers(context, formOf(['code', 'A'], ['code', 'B'], ['code', ' ']))
    expect(voucherCodes(context.jar)).toEqual(['A', 'B'])
    await changeVouchers(context, formOf(['code', 'A'], ['intent', 'remove']))
    expect(voucherCodes(context.jar)).toEqual(['B'])
  })

  it('is not crowded out by codes that do nothing: those of before go first', async () => {
    const good = ['A', 'B', 'C']
    const context = basketWith((codes) =>
      codes.map((code) => (good.includes(code) ? off(code, 'shop') : { code, reason: 'unknown' })),
    )
    for (const code of [...good, 'X', 'Y', 'Z']) {
      await changeVouchers(context, formOf(['code', code]))
    }
    expect(voucherCodes(context.jar)).toEqual(['Z', 'C', 'B', 'A', 'Y'])
  })

  it('lets go of one that only the checkout knows to be used by this buyer', async () => {
    const context = basketWith((codes) => codes.map((code) => off(code, 'platform')))
    await changeVouchers(context, formOf(['code', 'A']))
    const refusal = { code: 'voucher_invalid', vouchers: [{ code: 'A', reason: 'used_before' }] }
    expect(whyRefused(refusal, 'en')).toEqual(['A: You have used it already'])
    expect((await codesAfter(context, refusal, {}))?.vouchers).toEqual([])
    expect(voucherCodes(context.jar)).toEqual([])
  })
})

describe('What vouchers take off', () => {
  it('is said of each in words, or why it is nothing', async () => {
    const context = basketWith(() => [
      off('A', 'shop', 10_000),
      off('B', 'shipping', 2050),
      { code: 'C', reason: 'unknown' },
      { code: 'D', kind: 'platform', title: 'Ten', reason: 'minimum', missingSatang: 100 },
    ])
    expect((await readVouchers(context))?.vouchers).toEqual([
      { code: 'A', title: 'A', text: '฿100 off', off: { satang: 10_000, shipping: false } },
      {
        code: 'B',
        title: 'B',
        text: 'Takes ฿20.50 off delivery on the next page',
        off: { satang: 2050, shipping: true },
      },
      { code: 'C', title: 'C', text: 'No such code. Check the spelling.' },
      { code: 'D', title: 'Ten', text: 'Add ฿1 more to use it' },
    ])
  })

  it('is of goods before a delivery is chosen, and a row for each', () => {
    const told: ToldVoucher[] = [
      { code: 'A', title: 'A', text: '', off: { satang: 100, shipping: false } },
      { code: 'B', title: 'B', text: '', off: { satang: 20, shipping: true } },
      { code: 'C', title: 'C', text: 'no such' },
    ]
    expect([goodsOff(told), wholeOff(told)]).toEqual([100, 120])
    expect(sumRows(told)).toEqual([
      { label: 'A', value: -100, off: true },
      { label: 'B', value: -20, off: true },
    ])
  })
})
