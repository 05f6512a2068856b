import { and, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { after, DAY_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { Problem } from '#src/common/problem.ts'
import { type Database, one } from '#src/database/database.ts'
import { forgetOldKeys, idempotently, type KeyedSteps } from '#src/database/idempotency.ts'
import { describeEachDatabase } from '#test/support/each-database.ts'
import { makeStockLevel } from './rows.ts'

const ANSWER = { status: 201, body: { made: 'once' } }

describeEachDatabase('A request with an idempotency key', (open) => {
  /** One caller of a request: every effect is a row, every sleep moves the clock. */
  const setUp = (db: Database = open(), key = { scope: newId('usr'), key: newId('req') }) => {
    let now = new Date('2026-11-22T03:00:00Z')
    const made: string[] = []
    const finished: string[] = []
    const deps = {
      database: db,
      clock: { now: () => now },
      sleep: async (ms: number) => {
        now = after(now, ms)
      },
    }
    const row = async () => {
      const { idempotencyKeys: keys } = db.tables
      const mine = and(eq(keys.scope, key.scope), eq(keys.key, key.key))
      return (await db.select().from(keys).where(mine))[0]
    }
    const steps: KeyedSteps = {
      begin: async (claim) => {
        const level = makeStockLevel()
        await db.atomically((q) => [
          claim(q, level.variantId),
          q.insert(db.tables.stockLevels).values(level),
        ])
        made.push(level.variantId)
        return level.variantId
      },
      finish: async (id) => {
        finished.push(id)
        return ANSWER
      },
    }
    const send = async (some: Partial<KeyedSteps> = {}, requestHash = 'same') =>
      await idempotently(deps, { ...key, requestHash }, { ...steps, ...some })
    const pass = (ms: number) => {
      now = after(now, ms)
    }
    return { db, key, deps, send, steps, row, pass, made, finished, now: () => now }
  }

  const dies = async () => {
    throw new Error('the process died')
  }

  it('has one effect and one answer however often it is sent (I1)', async () => {
    const { send, made, finished, row } = setUp()
    const answers = [await send(), await send(), await send()]
    expect(answers).toEqual([ANSWER, ANSWER, ANSWER])
    expect([made.length, finished]).toEqual([1, made])
    expect(await row()).toMatchObject({ state: 'done', status: 201, resourceId: made[0] })
  })

  it('keeps an answer that is known before in the very write of the effect (I1)', async () => {
    const { db, send, steps, row, made, finished } = setUp()
    const begin: KeyedSteps['begin'] = async (claim) =>
      await steps.begin((q, id) => claim(q, id, ANSWER))
    const before = db.trips()
    expect(await send({ begin })).toEqual(ANSWER)
    expect(db.trips() - before).toBe(1)
    expect(await row()).toMatchObject({ state: 'done', status: 201, resourceId: made[0] })
    expect([await send({ begin }), await send()]).toEqual([ANSWER, ANSWER])
    await expect(send({ begin }, 'other')).rejects.toMatchObject({ code: 'idempotency_key_reused' })
    expect([made.length, finished]).toEqual([1, []])
  })

  it('has one effect when it is sent 20 times at once (I1)', async () => {
    const { send, made } = setUp()
    const finish = async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      return ANSWER
    }
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => send({ finish })))
    const done = answers.filter((answer) => answer.status === 'fulfilled')
    expect(new Set(done.map(({ value }) => JSON.stringify(value)))).toEqual(
      new Set([JSON.stringify(ANSWER)]),
    )
    expect(made).toHaveLength(1)
  })

  it('is refused with another body, running or done (I2)', async () => {
    const { send, made } = setUp()
    await expect(send({ finish: dies })).rejects.toThrow('the process died')
    await expect(send({}, 'other')).rejects.toMatchObject({ code: 'idempotency_key_reused' })
    const done = setUp()
    await done.send()
    await expect(done.send({}, 'other')).rejects.toMatchObject({ code: 'idempotency_key_reused' })
    expect([...made, ...done.made]).toHaveLength(2)
  })

  it('shows nothing of what another caller did with the same key (I3)', async () => {
    const first = setUp()
    await first.send()
    const second = setUp(first.db, { scope: newId('usr'), key: first.key.key })
    const mine = { status: 201, body: { made: 'by the second' } }
    expect(await second.send({ finish: async () => mine })).toEqual(mine)
    expect([first.made.length, second.made.length]).toEqual([1, 1])
  })

  it('that is still running is told 409 with Retry-After 1 after five seconds (I2)', async () => {
    const { send, now, made } = setUp()
    await expect(send({ finish: dies })).rejects.toThrow('the process died')
    const since = now().getTime()
    await expect(send()).rejects.toMatchObject({
      code: 'request_in_progress',
      detail: { retryAfterSeconds: 1 },
    })
    const waited = now().getTime() - since
    expect(waited).toBeGreaterThanOrEqual(5000)
    expect(waited).toBeLessThan(5600)
    expect(made).toHaveLength(1)
  })

  it('of a holder that died is finished by another after the lease, without a second effect (I4)', async () => {
    const { send, pass, made, finished } = setUp()
    await expect(send({ finish: dies })).rejects.toThrow('the process died')
    pass(15_000)
    expect(await send()).toEqual(ANSWER)
    expect(finished).toEqual(made)
    expect(made).toHaveLength(1)
  })

  it('of a holder that died is taken over by one of ten who come at once (I4)', async () => {
    const { send, pass, made, finished, steps } = setUp()
    await expect(send({ finish: dies })).rejects.toThrow('the process died')
    pass(15_000)
    const finish: KeyedSteps['finish'] = async (id, again) => {
      await new Promise((resolve) => setTimeout(resolve, 30))
      return await steps.finish(id, again)
    }
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => send({ finish })))
    expect(answers.some((answer) => answer.status === 'fulfilled')).toBe(true)
    expect([made.length, finished.length]).toEqual([1, 1])
    expect(await send()).toEqual(ANSWER)
  })

  it('whose slow holder was taken over gets the answer that was stored first', async () => {
    const { send, pass } = setUp()
    const slow = send({
      finish: async () => {
        pass(15_000)
        expect(await send()).toEqual(ANSWER)
        return { status: 201, body: { made: 'too late' } }
      },
    })
    expect(await slow).toEqual(ANSWER)
    expect(await send()).toEqual(ANSWER)
  })

  it('whose commit was answered by a broken line is finished, never begun again (D1)', async () => {
    const { send, pass, made, steps } = setUp()
    const begin: KeyedSteps['begin'] = async (claim) => {
      await steps.begin(claim)
      throw new Error('connection lost after the commit')
    }
    await expect(send({ begin })).rejects.toMatchObject({ code: 'request_in_progress' })
    pass(15_000)
    expect(await send({ begin })).toEqual(ANSWER)
    expect(made).toHaveLength(1)
  })

  it('that is refused leaves its key free for the same request, put right', async () => {
    const { send, row, made } = setUp()
    const begin = async () => {
      throw new Problem('out_of_stock')
    }
    await expect(send({ begin })).rejects.toMatchObject({ code: 'out_of_stock' })
    expect(await row()).toBeUndefined()
    expect(await send({}, 'another body')).toEqual(ANSWER)
    expect(made).toHaveLength(1)
  })

  it.each(['not_found', 'validation_failed'] as const)(
    'that is wrong by itself is told %s before it is told whose key it has',
    async (code) => {
      const { send } = setUp()
      await send()
      const begin = async () => {
        throw new Problem(code)
      }
      await expect(send({ begin }, 'other')).rejects.toMatchObject({ code })
      expect(await send({ begin })).toEqual(ANSWER)
    },
  )

  it('makes its answer anew when what it speaks of moved meanwhile', async () => {
    const { db, send, made, row } = setUp()
    const { stockLevels } = db.tables
    const rounds: boolean[] = []
    const finish: KeyedSteps['finish'] = async (id, again) => {
      rounds.push(again)
      const [level] = await db.select().from(stockLevels).where(eq(stockLevels.variantId, id))
      const onHand = level?.onHand ?? 0
      if (!again)
        await db.update(stockLevels).set({ onHand: 7 }).where(eq(stockLevels.variantId, id))
      const seen = and(eq(stockLevels.variantId, id), eq(stockLevels.onHand, onHand))
      return {
        status: 201,
        body: { onHand },
        alongside: (q) => [one(q.update(stockLevels).set({ reserved: 1 }).where(seen))],
      }
    }
    expect(await send({ finish })).toEqual({ status: 201, body: { onHand: 7 } })
    expect(rounds).toEqual([false, true])
    expect(await row()).toMatchObject({ state: 'done', body: '{"onHand":7}' })
    expect(made).toHaveLength(1)
  })

  it('is forgotten after a day, and not before', async () => {
    const { db, send, row, now } = setUp()
    await send()
    await forgetOldKeys(db, after(now(), DAY_MS))
    expect(await row()).toBeDefined()
    await forgetOldKeys(db, after(now(), DAY_MS + 1))
    expect(await row()).toBeUndefined()
  })
})
