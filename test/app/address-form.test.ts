import { describe, expect, it } from 'vitest'
import { addressOf } from '../../app/address-form.server.ts'
import { wrongAddressFields } from '../../app/components/address-rules.ts'

const HOME: Record<string, string> = {
  recipient: 'มะลิ ใจดี',
  phone: '081-234 5678',
  line1: '99/1 ถนนสุเทพ',
  subdistrict: 'สุเทพ',
  district: 'เมืองเชียงใหม่',
  province: 'เชียงใหม่',
  postcode: '50200',
}
const typed = (change: Record<string, string> = {}) => {
  const fields: Record<string, string> = { ...HOME, ...change }
  return (name: string) => fields[name] ?? ''
}

describe('the form of an address', () => {
  it('is right as people write it, and read as the API takes it', () => {
    expect(wrongAddressFields(typed())).toEqual([])
    expect(addressOf(typed({ line2: 'ชั้น 2' }))).toEqual({
      ...HOME,
      phone: '0812345678',
      line2: 'ชั้น 2',
    })
    expect(addressOf(typed())).not.toHaveProperty('line2')
  })

  it('takes a number in Thai digits', () => {
    const text = typed({ phone: '๐๘๑-๒๓๔-๕๖๗๘' })
    expect(wrongAddressFields(text)).toEqual([])
    expect(addressOf(text).phone).toBe('0812345678')
  })

  it('takes a number as it is kept, so that what was removed can be brought back', () => {
    expect(wrongAddressFields(typed({ phone: '+66812345678' }))).toEqual([])
  })

  it('marks each field that is empty or cannot be right', () => {
    expect(wrongAddressFields(() => '')).toEqual([
      'recipient',
      'line1',
      'subdistrict',
      'district',
      'province',
      'phone',
      'postcode',
    ])
    for (const phone of ['021234567', '08123', '+6612345678901', 'โทรมา']) {
      expect(wrongAddressFields(typed({ phone }))).toEqual(['phone'])
    }
    expect(wrongAddressFields(typed({ postcode: '5020' }))).toEqual(['postcode'])
  })
})
