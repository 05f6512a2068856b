import { describe, expect, it } from 'vitest'
import { keptIdempotencyKey, newIdempotencyKey } from '../../app/idempotency.ts'
import { fieldOf, readCheckoutForm } from '../../app/storefront/checkout-form.server.ts'

const GUEST = {
  email: 'wanna@example.com',
  recipient: 'วรรณา ใจเย็น',
  phone: '081-234 5678',
  line1: '88/14 ซอยเจริญกรุง 36',
  subdistrict: 'แขวงบางรัก',
  district: 'เขตบางรัก',
  province: 'กรุงเทพฯ',
  postcode: '10500',
  'shipping.shp_1': 'opt_1',
  payment: 'stripe:promptpay',
}
const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

describe('the checkout form', () => {
  it('becomes the order of a guest, as people write phone numbers', () => {
    const read = readCheckoutForm(form(GUEST), ['shp_1'], true)
    expect(read.wrong).toEqual([])
    expect(read.body).toMatchObject({
      address: { phone: '0812345678', subdistrict: 'แขวงบางรัก' },
      contact: { email: 'wanna@example.com', phone: '0812345678' },
      shipping: { shp_1: 'opt_1' },
      payment: { provider: 'stripe', method: 'promptpay' },
    })
  })

  it('says what it would cost as the page had it, for whatever way to send was chosen', () => {
    const priced = {
      ...GUEST,
      goods: '39800',
      'cost.opt_1': '4000',
      'cost.opt_2': '9000',
      'shipping.shp_2': 'opt_3',
      'cost.opt_3': '0',
    }
    const totalOf = (fields: Record<string, string>) =>
      readCheckoutForm(form(fields), ['shp_1', 'shp_2'], true).body?.expectedTotalSatang
    expect(totalOf(priced)).toBe(43_800)
    expect(totalOf({ ...priced, 'shipping.shp_1': 'opt_2' })).toBe(48_800)
  })

  it('names no total that was seen where the page wrote none, and a wrong one for what it never writes', () => {
    const priced = { ...GUEST, goods: '39800', 'cost.opt_1': '4000' }
    const totalOf = (fields: Record<string, string>) =>
      readCheckoutForm(form(fields), ['shp_1'], true).body?.expectedTotalSatang
    expect(totalOf(GUEST)).toBeUndefined()
    expect(totalOf({ ...priced, 'shipping.shp_1': 'opt_9' })).toBe(0)
    for (const goods of ['', 'free', '-1', '+1', '1e3', '1.5', '0x10', '9'.repeat(13)]) {
      expect(totalOf({ ...priced, goods }), goods).toBe(0)
    }
  })

  it('names the vouchers that the page showed, and the total that they made', () => {
    const data = form({ ...GUEST, goods: '50000', 'cost.opt_1': '4000', off: '9000' })
    data.append('voucher', 'TALAT10')
    data.append('voucher', 'SONGFREE')
    const { body } = readCheckoutForm(data, ['shp_1'], true)
    expect(body).toMatchObject({
      vouchers: ['TALAT10', 'SONGFREE'],
      expectedTotalSatang: 45_000,
    })
    const wrong = form({ ...GUEST, goods: '50000', 'cost.opt_1': '4000', off: '-9000' })
    expect(readCheckoutForm(wrong, ['shp_1'], true).body?.expectedTotalSatang).toBe(54_000)
  })

  it('refuses a long text for an email address at once', () => {
    const started = performance.now()
    const email = `a@${'.'.repeat(60_000)}@`
    expect(readCheckoutForm(form({ ...GUEST, email }), ['shp_1'], true).wrong).toEqual(['email'])
    expect(performance.now() - started).toBeLessThan(500)
    for (const wrong of ['a@b', 'a@.co', 'a@b.', 'a@b..co', 'a b@c.co', '@b.co']) {
      const fields = { ...GUEST, email: wrong }
      expect(readCheckoutForm(form(fields), ['shp_1'], true).wrong).toEqual(['email'])
    }
    const fields = { ...GUEST, email: 'a.b@c.d-e.co.th' }
    expect(readCheckoutForm(form(fields), ['shp_1'], true).wrong).toEqual([])
  })

  it('names a saved address of an account and sends no other', () => {
    const read = readCheckoutForm(form({ ...GUEST, addressId: 'adr_1' }), ['shp_1'], false)
    expect(read.body).toMatchObject({ addressId: 'adr_1' })
    expect(read.body).not.toHaveProperty('address')
    expect(read.body).not.toHaveProperty('contact')
    expect(read.saveAddress).toBeNull()
  })

  it('keeps a new address of an account when asked to', () => {
    const fields = { ...GUEST, addressId: 'new', saveAddress: '1' }
    const read = readCheckoutForm(form(fields), ['shp_1'], false)
    expect(read.saveAddress).toMatchObject({ postcode: '10500' })
    expect(read.body).toMatchObject({ address: { postcode: '10500' } })
  })

  it('says which fields are wrong and loses nothing that was typed', () => {
    const fields = { ...GUEST, phone: '08-1234', postcode: '1050', payment: 'gold:coins' }
    const read = readCheckoutForm(form(fields), ['shp_1', 'shp_2'], true)
    expect(read.wrong.toSorted()).toEqual(['payment', 'phone', 'postcode', 'shipping.shp_2'])
    expect(read.body).toBeNull()
    expect(read.typed).toMatchObject(fields)
  })

  it('shows the API’s complaint at the field it is about', () => {
    expect(fieldOf('address.phone')).toBe('phone')
    expect(fieldOf('contact.email')).toBe('email')
    expect(fieldOf('shipping.shp_1')).toBe('shipping.shp_1')
  })
})

describe('the key of a placement', () => {
  it('comes back as it was sent, so that a second press is the same order', () => {
    const key = newIdempotencyKey()
    expect(keptIdempotencyKey(key)).toBe(key)
  })

  it('is replaced when it is nothing the API would take', () => {
    for (const bad of [null, '', 'short', 'ก'.repeat(20), 'a b c d e f g h', 'x'.repeat(300)]) {
      expect(keptIdempotencyKey(bad)).toMatch(/^[\w-]{36}$/)
    }
  })
})
