import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { durableLimits } from '#src/auth/limits.ts'
import type { RateLimit } from '../../durable-objects/rate-limit.ts'

const MINUTE_MS = 60_000
const named = (name: string) => {
  const stub = env.RATE_LIMITS.get(env.RATE_LIMITS.idFromName(name))
  return stub as unknown as DurableObjectStub<RateLimit>
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('a counter', () => {
  it('lets exactly its limit through, of a thousand at once (A8)', async () => {
    const counter = named('racers')
    const tries = Array.from({ length: 1000 }, () => counter.take(10, MINUTE_MS))
    const allowed = (await Promise.all(tries)).filter((taken) => taken.allowed)
    expect(allowed).toHaveLength(10)
  })

  it('says when to come back, and does not count who came too early', async () => {
    const counter = named('early')
    expect(await counter.take(2, 400)).toEqual({ allowed: true, retryAfterSeconds: 0 })
    await counter.take(2, 400)
    for (let time = 0; time < 5; time += 1) {
      expect(await counter.take(2, 400)).toEqual({ allowed: false, retryAfterSeconds: 1 })
    }
    await pause(450)
    expect(await counter.take(2, 400)).toEqual({ allowed: true, retryAfterSeconds: 0 })
  })

  it('slides: a try is free again when its own window has passed', async () => {
    const counter = named('sliding')
    await counter.take(2, 2000)
    await pause(1200)
    await counter.take(2, 2000)
    await pause(1200)
    expect((await counter.take(2, 2000)).allowed).toBe(true)
    expect((await counter.take(2, 2000)).allowed).toBe(false)
  })

  it('starts again when it is reset', async () => {
    const counter = named('reset')
    await counter.take(1, MINUTE_MS)
    expect((await counter.take(1, MINUTE_MS)).allowed).toBe(false)
    await counter.reset()
    expect((await counter.take(1, MINUTE_MS)).allowed).toBe(true)
  })

  it('empties itself once nobody has asked for an hour', async () => {
    const counter = named('idle')
    await counter.take(5, MINUTE_MS)
    const rows = () =>
      runInDurableObject(counter, (_, state) =>
        state.storage.sql.exec('SELECT at FROM tries').toArray(),
      )
    expect(await runDurableObjectAlarm(counter)).toBe(true)
    expect(await rows()).toHaveLength(1)
    await runInDurableObject(counter, (_, state) => {
      state.storage.sql.exec('UPDATE tries SET at = at - 3600001')
    })
    expect(await runDurableObjectAlarm(counter)).toBe(true)
    expect(await rows()).toEqual([])
    expect(await runDurableObjectAlarm(counter)).toBe(false)
    expect((await counter.take(1, MINUTE_MS)).allowed).toBe(true)
  })
})

describe('a counter of a day', () => {
  it('is not empty before the day is over', async () => {
    const counter = named('day')
    await counter.take(1, 24 * 60 * MINUTE_MS)
    const age = async (ms: number) =>
      await runInDurableObject(counter, (_, state) => {
        state.storage.sql.exec('UPDATE tries SET at = at - ?', ms)
      })
    await age(3 * 60 * MINUTE_MS)
    expect(await runDurableObjectAlarm(counter)).toBe(true)
    expect((await counter.take(1, 24 * 60 * MINUTE_MS)).allowed).toBe(false)
    await age(22 * 60 * MINUTE_MS)
    expect(await runDurableObjectAlarm(counter)).toBe(true)
    expect((await counter.take(1, 24 * 60 * MINUTE_MS)).allowed).toBe(true)
  })
})

describe('the limits, over these counters', () => {
  it('count an account and a client address each for themselves', async () => {
    const limits = durableLimits(env.RATE_LIMITS, 3, 2)
    const email = 'nok@example.com'
    for (let guess = 0; guess < 10; guess += 1) {
      expect((await limits.loginTry(email, null)).allowed).toBe(true)
    }
    const over = await limits.loginTry(email, null)
    expect(over.allowed).toBe(false)
    expect(over.retryAfterSeconds).toBeGreaterThan(890)
    expect((await limits.loginTry('other@example.com', null)).allowed).toBe(true)
    expect((await limits.loginTry(email, 'device')).allowed).toBe(true)
    await limits.forgetLoginTries(email, null)
    expect((await limits.loginTry(email, null)).allowed).toBe(true)

    const calls = []
    for (let count = 0; count < 4; count += 1)
      calls.push(await limits.authCall(`2001:db8::${count}`))
    expect(calls.map((taken) => taken.allowed)).toEqual([true, true, true, false])
    expect((await limits.authCall('203.0.113.7')).allowed).toBe(true)
  })

  it('count the orders of guests by their network, for ten minutes', async () => {
    const limits = durableLimits(env.RATE_LIMITS, 3, 2)
    const orders = []
    for (let count = 0; count < 3; count += 1)
      orders.push(await limits.guestOrder(`2001:db8:0:1::${count}`))
    expect(orders.map((taken) => taken.allowed)).toEqual([true, true, false])
    expect(orders[2]?.retryAfterSeconds).toBeGreaterThan(590)
    expect((await limits.guestOrder('2001:db8:0:2::1')).allowed).toBe(true)
    expect((await limits.authCall('2001:db8:0:1::1')).allowed).toBe(true)
  })
})
