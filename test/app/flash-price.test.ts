import { describe, expect, it } from 'vitest'
import { flashNow, isOn, takenPercent } from '../../app/components/flash-price.ts'
import { trustedClock } from '../../app/components/use-clock.ts'

const flash = {
  ...{ priceSatang: 9900, quota: 20, left: 5, perBuyer: 2 },
  ...{ startsAt: '2026-11-22T05:00:00.000Z', endsAt: '2026-11-22T11:00:00.000Z' },
}
const at = (time: string) => Date.parse(`2026-11-22T${time}Z`)

describe('A flash price on a page', () => {
  it('flips at its slot’s edges, whenever the page was made', () => {
    expect(isOn(flash, at('04:59:59.999'))).toBe(false)
    expect(isOn(flash, at('05:00:00'))).toBe(true)
    expect(isOn(flash, at('10:59:59.999'))).toBe(true)
    expect(isOn(flash, at('11:00:00'))).toBe(false)
  })

  it('is one while some of it is left', () => {
    expect(flashNow(flash, at('06:00:00'))).toBe(flash)
    expect(flashNow({ ...flash, left: 0 }, at('06:00:00'))).toBeNull()
    expect(flashNow(null, at('06:00:00'))).toBeNull()
  })

  it.each([
    [20, 0],
    [5, 75],
    [1, 95],
    [0, 100],
  ])('of which %i of 20 are left is taken by %i %%', (left, percent) => {
    expect(takenPercent({ quota: 20, left })).toBe(percent)
  })
})

describe('The clock of a page that was kept', () => {
  const made = at('06:00:00')
  it.each([
    ['read at once', '06:00:01', '06:00:01'],
    ['read after a minute', '06:01:10', '06:01:10'],
    ['on a device a little behind', '05:59:58', '06:00:00'],
    ['on a device an hour ahead', '07:00:00', '06:00:00'],
    ['on a device a day behind', '05:00:00', '06:00:00'],
  ])('%s begins right', (_, device, begins) => {
    expect(trustedClock(made, at(device))).toBe(at(begins))
  })
})
