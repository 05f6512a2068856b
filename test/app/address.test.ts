import { describe, expect, it } from 'vitest'
import { formatAddress, formatPhone } from '../../app/format/address.ts'

const home = {
  recipient: 'มะลิ ใจดี',
  phone: '+66812345678',
  line1: '99/1 ถนนสุเทพ',
  subdistrict: 'สุเทพ',
  district: 'เมืองเชียงใหม่',
  province: 'เชียงใหม่',
  postcode: '50200',
}

describe('addresses', () => {
  it('go from the house to the province in Thai, as on a parcel', () => {
    expect(formatAddress(home, 'th')).toBe('99/1 ถนนสุเทพ ต.สุเทพ อ.เมืองเชียงใหม่ จ.เชียงใหม่ 50200')
  })

  it('say แขวง and เขต in Bangkok', () => {
    const inBangkok = {
      ...home,
      line1: '88/14 ซอยเจริญกรุง 36',
      line2: 'ชั้น 3',
      subdistrict: 'บางรัก',
      district: 'บางรัก',
      province: 'กรุงเทพมหานคร',
      postcode: '10500',
    }
    expect(formatAddress(inBangkok, 'th')).toBe(
      '88/14 ซอยเจริญกรุง 36 ชั้น 3 แขวงบางรัก เขตบางรัก กรุงเทพมหานคร 10500',
    )
  })

  it('are parted by commas in English', () => {
    expect(formatAddress({ ...home, line2: '' }, 'en')).toBe(
      '99/1 ถนนสุเทพ, สุเทพ, เมืองเชียงใหม่, เชียงใหม่ 50200',
    )
  })
})

describe('phone numbers', () => {
  it('are written the way they are dialled at home', () => {
    expect(formatPhone('+66812345678')).toBe('081-234-5678')
    expect(formatPhone('02123456')).toBe('02123456')
  })
})
