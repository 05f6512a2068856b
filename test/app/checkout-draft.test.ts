import { describe, expect, it } from 'vitest'
import { draftOf, readDraft } from '../../app/storefront/checkout-draft.ts'

const FORM = {
  key: 'k-12345678',
  goods: '1000',
  shop: 'shp_1',
  'cost.shi_1': '40',
  'shipping.shp_1': 'shi_1',
  payment: 'cod:cash',
  recipient: 'มะลิ ใจดี',
  line2: '',
}

describe('What a checkout leaves behind', () => {
  it('is what was typed and chosen, and neither its key nor what it cost', () => {
    expect(draftOf(FORM)).toEqual({
      'shipping.shp_1': 'shi_1',
      payment: 'cod:cash',
      recipient: 'มะลิ ใจดี',
    })
    expect(draftOf({ key: 'k', line1: '' })).toBeNull()
  })

  it('is never anything that stands for a card', () => {
    expect(draftOf({ cardnumber: '4242424242424242', cvc: '123', exp: '12/34' })).toBeNull()
  })

  it('names a new address, and no saved one: that stands in the page’s address', () => {
    expect(draftOf({ addressId: 'adr_1' })).toBeNull()
    expect(draftOf({ addressId: 'new' })).toEqual({ addressId: 'new' })
  })

  it('is read by the same basket’s form alone', () => {
    const text = JSON.stringify({ cart: 'crt_1', form: { recipient: 'มะลิ', key: 'k', line1: 7 } })
    expect(readDraft(text, 'crt_1')).toEqual({ recipient: 'มะลิ' })
    expect(readDraft(text, 'crt_2')).toBeNull()
    expect([null, '', '{', '[]', '{"cart":"crt_1"}'].map((one) => readDraft(one, 'crt_1'))).toEqual(
      Array.from({ length: 5 }, () => null),
    )
  })
})
