import { describe, expect, it } from 'vitest'
import { bahtToSatang, fullMoney, moneyParts, shortMoney } from '../../app/format/money.ts'

describe('money as a shopper reads it', () => {
  it('leaves satang out of lists when there are none', () => {
    expect(shortMoney(35_900)).toBe('฿359')
    expect(shortMoney(45_950)).toBe('฿459.50')
    expect(shortMoney(0)).toBe('฿0')
  })

  it('always shows two places in totals, with comma thousands', () => {
    expect(fullMoney(199_850)).toBe('฿1,998.50')
    expect(fullMoney(123_456_789)).toBe('฿1,234,567.89')
    expect(fullMoney(5)).toBe('฿0.05')
  })

  it('writes a discount with a true minus', () => {
    expect(fullMoney(-5_000)).toBe('\u2212฿50.00')
    expect(moneyParts(-1)).toEqual({ sign: '\u2212', baht: '0', satang: '01' })
  })

  it('reads what was typed as baht, and nothing else', () => {
    expect(bahtToSatang('1,250.5')).toBe(125_050)
    expect(bahtToSatang(' 99 ')).toBe(9_900)
    for (const text of ['', null, '-5', '1e3', '1.234', 'abc', '99999999999']) {
      expect(bahtToSatang(text)).toBeUndefined()
    }
  })
})
