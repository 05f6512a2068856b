import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CARRIERS,
  checkDigit,
  guessCarrier,
  isPartlySent,
  isThailandPost,
  labelOf,
  leftToSend,
  packParcel,
  plainNumber,
  trackingLink,
} from '#src/order/parcel/rules.ts'

describe('a number of Thailand Post’s', () => {
  it.each([
    ['12345678', 5],
    ['47312482', 9],
    // Of a remainder of 0 and of 1, which S10 writes as 5 and 0.
    ['00000000', 5],
    ['00000008', 0],
  ])('of %s ends in %i', (serial, digit) => {
    expect(checkDigit(serial)).toBe(digit)
    expect(isThailandPost(`EY${serial}${digit}TH`)).toBe(true)
  })

  it('has one right check digit of ten, whatever its serial', () => {
    for (let n = 0; n < 500; n += 1) {
      const serial = String((n * 7_919_311) % 100_000_000).padStart(8, '0')
      const right = [...'0123456789'].filter((digit) => isThailandPost(`RR${serial}${digit}TH`))
      expect(right).toEqual([String(checkDigit(serial))])
    }
  })

  it.each([
    'EY123456784TH',
    'EY123456785US',
    'E1123456785TH',
    'EY12345678TH',
    'EY1234567855TH',
    'ey123456785th',
    '',
  ])('is not %j', (number) => expect(isThailandPost(number)).toBe(false))

  it('is refused when its digits are wrong, said to be theirs or looking so', () => {
    const wrong = expect.objectContaining({ code: 'validation_failed' })
    for (const carrier of ['thailand_post', undefined] as const) {
      expect(() => labelOf({ carrier, trackingNumber: 'EY123456784TH' })).toThrow(wrong)
      expect(labelOf({ carrier, trackingNumber: 'ey 1234-56785 th' })).toEqual({
        carrier: 'thailand_post',
        trackingNumber: 'EY123456785TH',
      })
    }
    expect(() => labelOf({ carrier: 'thailand_post', trackingNumber: 'SPXTH0123456789' })).toThrow(
      wrong,
    )
  })
})

describe('any other number', () => {
  it.each([
    ['TH01034ABCD12A', 'flash'],
    ['SPXTH028123456789', 'spx'],
    ['SHP4012345678', 'kex'],
    ['KEX20898721369', 'kex'],
    ['791234567890', 'jt'],
    ['HELLO1', null],
  ])('%s looks like %s’s, which is a hint', (number, carrier) => {
    expect(guessCarrier(number)).toBe(carrier)
    expect(labelOf({ trackingNumber: number }).carrier).toBe(carrier ?? 'other')
  })

  it('is never refused for whose it is said to be', () => {
    for (const carrier of CARRIERS.filter((name) => name !== 'thailand_post')) {
      for (const trackingNumber of ['791234567890', 'EY123456784TH', 'X-1234 5']) {
        expect(labelOf({ carrier, trackingNumber })).toEqual({
          carrier,
          trackingNumber: plainNumber(trackingNumber),
        })
      }
    }
  })

  it('leads to the carrier’s page where that takes a number', () => {
    expect(trackingLink('thailand_post', 'EY123456785TH')).toBe(
      'https://track.thailandpost.co.th/?trackNumber=EY123456785TH',
    )
    expect(trackingLink('other', 'X')).toBeNull()
    for (const carrier of CARRIERS) {
      expect(trackingLink(carrier, 'A&B=C') ?? '').not.toContain('&B')
    }
  })
})

describe('what is left to send of a line', () => {
  it('is what was ordered, without what is sent and what goes back, and never less than nothing', () => {
    const left = (quantity: number, sentQuantity: number, refundedQuantity: number) =>
      leftToSend({ quantity, sentQuantity, refundedQuantity })
    expect([left(3, 0, 0), left(3, 1, 0), left(3, 0, 1), left(3, 1, 1)]).toEqual([3, 2, 2, 1])
    expect([left(3, 1, 2), left(3, 3, 1), left(3, 2, 3)]).toEqual([0, 0, 0])
  })

  it('goes back before what is sent does, in whatever order pieces are sent and go back', () => {
    const acts = fc.array(fc.record({ sends: fc.boolean(), pieces: fc.nat(5) }))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), acts, (quantity, done) => {
        const line = { quantity, sentQuantity: 0, refundedQuantity: 0 }
        let here = quantity
        for (const { sends, pieces } of done) {
          const most = sends ? here : quantity - line.refundedQuantity
          const some = Math.min(pieces, most)
          if (sends) line.sentQuantity += some
          else line.refundedQuantity += some
          here -= Math.min(some, here)
          expect(leftToSend(line)).toBe(here)
        }
      }),
    )
  })
})

describe('a parcel', () => {
  const lines = [
    { id: 'a', quantity: 3, sentQuantity: 1, refundedQuantity: 0 },
    { id: 'b', quantity: 1, sentQuantity: 0, refundedQuantity: 0 },
    { id: 'c', quantity: 2, sentQuantity: 2, refundedQuantity: 1 },
    { id: 'd', quantity: 2, sentQuantity: 0, refundedQuantity: 2 },
  ]

  it('holds all that is left when nothing is named', () => {
    expect(packParcel(lines)).toEqual({
      packed: [
        { lineId: 'a', quantity: 2 },
        { lineId: 'b', quantity: 1 },
      ],
      whole: true,
    })
  })

  it('holds what is named, each line once, and says whether that was the last of it', () => {
    const one = { lineId: 'a', quantity: 1 }
    expect(packParcel(lines, [one])).toEqual({ packed: [one], whole: false })
    const all = packParcel(lines, [one, { lineId: 'b', quantity: 1 }, one])
    expect(all).toEqual({
      packed: [
        { lineId: 'a', quantity: 2 },
        { lineId: 'b', quantity: 1 },
      ],
      whole: true,
    })
  })

  it('never holds more than is left, even in two rows, nor another order’s line, nor nothing', () => {
    const refused = (wanted: Parameters<typeof packParcel>[1], code: string) =>
      expect(() => packParcel(lines, wanted)).toThrow(expect.objectContaining({ code }))
    refused([{ lineId: 'a', quantity: 3 }], 'more_than_ordered')
    refused(
      [
        { lineId: 'a', quantity: 2 },
        { lineId: 'a', quantity: 1 },
      ],
      'more_than_ordered',
    )
    refused([{ lineId: 'c', quantity: 1 }], 'more_than_ordered')
    refused([{ lineId: 'd', quantity: 1 }], 'more_than_ordered')
    refused([{ lineId: 'x', quantity: 1 }], 'not_found')
    for (const done of lines.slice(2)) {
      expect(() => packParcel([done])).toThrow(
        expect.objectContaining({ code: 'more_than_ordered' }),
      )
    }
  })

  it('makes its order one of which some is sent', () => {
    expect(isPartlySent(lines)).toBe(true)
    expect(isPartlySent([{ sentQuantity: 0 }])).toBe(false)
  })
})
