import { describe, expect, it } from 'vitest'
import { formatPhone, formatPlace, formatStreet } from '../../app/format/address.ts'

const placed = (...asked: Parameters<typeof formatPlace>) =>
  Object.values(formatPlace(...asked)).join(' ')

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
    expect([formatStreet(home), placed(home, 'th')]).toEqual([
      '99/1 ถนนสุเทพ',
      'ต.สุเทพ อ.เมืองเชียงใหม่ จ.เชียงใหม่ 50200',
    ])
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
    expect([formatStreet(inBangkok), placed(inBangkok, 'th')]).toEqual([
      '88/14 ซอยเจริญกรุง 36 ชั้น 3',
      'แขวงบางรัก เขตบางรัก กรุงเทพมหานคร 10500',
    ])
  })

  it('are parted by commas in English, with English names where there are any', () => {
    const english = { subdistrict: 'Suthep', district: 'Mueang Chiang Mai', province: 'Chiang Mai' }
    expect(formatStreet({ ...home, line2: '' })).toBe('99/1 ถนนสุเทพ')
    expect(placed({ ...home, english }, 'en')).toBe('Suthep, Mueang Chiang Mai, Chiang Mai 50200')
    expect(placed({ ...home, english }, 'th')).toBe(placed(home, 'th'))
    expect(placed(home, 'en')).toBe('สุเทพ, เมืองเชียงใหม่, เชียงใหม่ 50200')
  })
})

describe('phone numbers', () => {
  it('are written the way they are dialled at home', () => {
    expect(formatPhone('+66812345678')).toBe('081-234-5678')
    expect(formatPhone('02123456')).toBe('02123456')
  })
})
