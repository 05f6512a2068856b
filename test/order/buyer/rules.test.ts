import { describe, expect, it } from 'vitest'
import { orderCaps } from '#src/config/settings.ts'
import { capOf, holdersOf, secondsUntilRoom } from '#src/order/buyer/rules.ts'

const NOW = new Date('2026-11-22T03:00:00Z')
const inSeconds = (...seconds: number[]) => seconds.map((s) => new Date(NOW.getTime() + s * 1000))
const contact = { email: 'nok@example.test', phone: '+66812345678' }
const guest = { userId: null, ...contact }
const account = { userId: 'usr_1', ...contact }

describe('a buyer', () => {
  it('with an account is counted by it, and a guest by both ways to be reached', () => {
    expect(holdersOf(account)).toEqual([{ by: 'user', value: 'usr_1' }])
    expect(holdersOf(guest)).toEqual([
      { by: 'email', value: 'nok@example.test' },
      { by: 'phone', value: '+66812345678' },
    ])
  })

  it('may hold so much that is not paid, and so much that is paid at the door', () => {
    const caps = orderCaps(1)
    expect([capOf(caps, account, 'open'), capOf(caps, guest, 'open')]).toEqual([20, 3])
    expect([capOf(caps, account, 'cash'), capOf(caps, guest, 'cash')]).toEqual([10, 2])
  })

  it('who is full has room when each way they are known by has room', () => {
    const full = inSeconds(70, 20, 400)
    expect(secondsUntilRoom([full, inSeconds(5)], 3, NOW)).toBe(20)
    expect(secondsUntilRoom([full, inSeconds(100, 90, 300)], 3, NOW)).toBe(90)
    expect(secondsUntilRoom([inSeconds(0.2, 30, 40)], 3, NOW)).toBe(1)
    expect(secondsUntilRoom([inSeconds(500), []], 3, NOW)).toBe(1)
  })
})
