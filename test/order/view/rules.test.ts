import { describe, expect, it } from 'vitest'
import { cancelRequestOf, type Reason } from '#src/order/rules.ts'
import { addressView, requestView } from '#src/order/view/rules.ts'

const at = new Date('2026-11-18T05:00:00Z')
const answerBy = new Date('2026-11-20T05:00:00Z')
const row = (event: string, reason: Reason | null = null) => ({ event, reason, at })
const told = (...events: ReturnType<typeof row>[]) =>
  requestView(cancelRequestOf([row('paid'), row('accepted'), ...events], answerBy))?.cancelRequest

describe('a request to cancel', () => {
  it('is told with why, and until when its shop may answer', () => {
    expect(told()).toBeUndefined()
    expect(told(row('cancel_requested', 'too_slow'))).toEqual({
      state: 'waiting',
      reason: 'too_slow',
      requestedAt: at.toISOString(),
      answerBy: answerBy.toISOString(),
    })
  })

  it('is told with what its shop said, or that it was granted', () => {
    const asked = row('cancel_requested', 'other')
    const refused = told(asked, row('cancel_refused', 'already_packed'), row('shipped'))
    expect(refused).toMatchObject({ state: 'refused', refusal: 'already_packed' })
    expect(refused?.answerBy).toBeUndefined()
    expect(told(asked, row('cancelled', 'not_answered'))).toMatchObject({ state: 'granted' })
  })

  it('is the latest of several', () => {
    const asked = row('cancel_requested', 'other')
    const again = row('cancel_requested', 'wrong_address')
    expect(told(asked, row('cancel_refused', 'other'), again)).toMatchObject({
      state: 'waiting',
      reason: 'wrong_address',
    })
  })
})

describe('an address', () => {
  it('has a second line only when it has one', () => {
    const place = {
      recipient: 'มะลิ',
      phone: '+66812345678',
      line1: '1',
      subdistrict: 'สุเทพ',
      district: 'เมืองเชียงใหม่',
      province: 'เชียงใหม่',
      postcode: '50200',
    }
    expect(addressView(place)).toEqual(place)
    expect(addressView({ ...place, line2: 'ชั้น 2' })).toEqual({ ...place, line2: 'ชั้น 2' })
  })
})
