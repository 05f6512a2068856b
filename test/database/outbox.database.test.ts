import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { after, DAY_MS, MINUTE_MS, SECOND_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import type { Database } from '#src/database/database.ts'
import {
  announce,
  forgetSent,
  type OutboxMessage,
  onceByMessage,
  relay,
  relaySaved,
} from '#src/database/outbox.ts'
import { describeOwnDatabase } from '#test/support/each-database.ts'
import { makeStockLevel } from './rows.ts'

const AT = new Date('2026-11-22T03:00:00Z')
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length

describeOwnDatabase('The outbox', (open) => {
  /** Announces changes of one aggregate each, as their own commits would; answers the aggregates. */
  const announced = async (db: Database, count: number, payload = {}, at = AT) => {
    const ids = Array.from({ length: count }, () => newId('grp'))
    for (let start = 0; start < count; start += 50) {
      await db.atomically((q) =>
        ids
          .slice(start, start + 50)
          .map((aggregateId) =>
            announce(q, db.tables, { kind: 'test', aggregateId, version: 2, payload }, at),
          ),
      )
    }
    return ids
  }

  /** A queue that keeps what it takes, and refuses what `refuses` says. */
  const queue = (refuses: (messages: OutboxMessage[]) => boolean = () => false) => {
    const batches: OutboxMessage[][] = []
    const send = async (messages: OutboxMessage[]) => {
      if (refuses(messages)) throw new Error('the queue does not answer')
      batches.push(messages)
    }
    const taken = (of: readonly string[]) =>
      batches
        .flat()
        .map(({ aggregateId }) => aggregateId)
        .filter((id) => of.includes(id))
    return { send, batches, taken }
  }

  it('loses nothing while the queue refuses everything for an hour, and is empty a minute later (Q1)', async () => {
    const db = open()
    const ids = await announced(db, 250)
    let down = true
    const { send, taken } = queue(() => down)
    for (let minute = 1; minute <= 60; minute += 1) {
      const now = after(AT, minute * MINUTE_MS)
      await expect(relay(db, send, now)).rejects.toThrow('the queue does not answer')
    }
    down = false
    await relay(db, send, after(AT, 61 * MINUTE_MS))
    expect(taken(ids).sort()).toEqual([...ids].sort())
    expect(await relay(db, send, after(AT, 90 * MINUTE_MS))).toBe(0)
  })

  it('sends a message again when the process died before it was marked, under the same id (Q1, Q2)', async () => {
    const db = open()
    const [id = ''] = await announced(db, 1)
    const seen: string[] = []
    const now = after(AT, MINUTE_MS)
    const dies = async (messages: OutboxMessage[]) => {
      seen.push(...messages.map((message) => message.id))
      throw new Error('taken, but the answer was lost')
    }
    await expect(relay(db, dies, now)).rejects.toThrow()
    const { send, batches } = queue()
    await relay(db, send, after(now, MINUTE_MS))
    const message = batches.flat().find(({ aggregateId }) => aggregateId === id)
    expect(seen).toEqual([message?.id])
    expect(message).toMatchObject({ kind: 'test', version: 2, payload: {} })
  })

  it('keeps a message that the queue will never take from holding back the others (Q1)', async () => {
    const db = open()
    const ids = await announced(db, 120)
    const [bad = ''] = ids
    const { send, taken } = queue((all) => all.some(({ aggregateId }) => aggregateId === bad))
    for (let minute = 1; minute <= 6; minute += 1) {
      await relay(db, send, after(AT, minute * MINUTE_MS)).catch(() => undefined)
    }
    expect(taken(ids).sort()).toEqual(ids.filter((id) => id !== bad).sort())
    const { outboxMessages } = db.tables
    const [kept] = await db.select().from(outboxMessages).where(eq(outboxMessages.aggregateId, bad))
    expect(kept?.sendAtMs).not.toBeNull()
    await db.delete(outboxMessages).where(eq(outboxMessages.aggregateId, bad))
  })

  it('hands over no more than the queue takes at once: 100 messages, 256 KB (Q5)', async () => {
    const db = open()
    const ids = await announced(db, 130, { sold: 'x'.repeat(4000) })
    const { send, batches, taken } = queue()
    await relay(db, send, after(AT, MINUTE_MS))
    expect(taken(ids)).toHaveLength(130)
    for (const batch of batches) {
      expect(batch.length).toBeLessThanOrEqual(100)
      expect(bytes(batch)).toBeLessThanOrEqual(256_000)
    }
  })

  it('is relayed by whoever wrote it at once, and by the sweep only when that was missed', async () => {
    const db = open()
    const [mine = '', other = ''] = await announced(db, 2)
    const { send, taken } = queue()
    await relay(db, send, AT, mine)
    expect(taken([mine, other])).toEqual([mine])
    await relay(db, send, after(AT, 9 * SECOND_MS))
    expect(taken([mine, other])).toEqual([mine])
    await relay(db, send, after(AT, 10 * SECOND_MS))
    expect(taken([mine, other])).toEqual([mine, other])
  })

  it('is handed over by who saved it without being read again, or else by the sweep (Q1)', async () => {
    const db = open()
    const message = (aggregateId: string) => ({
      id: newId('msg'),
      kind: 'test',
      aggregateId,
      version: 2,
      payload: {},
    })
    const [kept, refused] = [message(newId('grp')), message(newId('grp'))]
    await db.atomically((q) => [kept, refused].map((one) => announce(q, db.tables, one, AT)))
    const { send, batches, taken } = queue()
    const before = db.trips()
    await relaySaved(db, send, AT, [kept])
    expect(db.trips() - before).toBe(1)
    expect(batches).toEqual([[kept]])
    const down = queue(() => true).send
    await expect(relaySaved(db, down, AT, [refused])).rejects.toThrow('the queue does not answer')
    await relay(db, send, after(AT, MINUTE_MS))
    expect(taken([kept.aggregateId, refused.aggregateId])).toEqual([
      kept.aggregateId,
      refused.aggregateId,
    ])
  })

  it('sent by two sweeps at once may say a thing twice, but never loses one', async () => {
    const db = open()
    const ids = await announced(db, 30)
    const { send, taken } = queue()
    const now = after(AT, MINUTE_MS)
    await Promise.all([relay(db, send, now), relay(open(), send, now)])
    expect(new Set(taken(ids))).toEqual(new Set(ids))
  })

  it('is forgotten a week after it was sent, and never before it was', async () => {
    const db = open()
    const [sent = '', waiting = ''] = await announced(db, 2)
    await relay(db, queue().send, AT, sent)
    const left = async () => {
      const rows = await db.select().from(db.tables.outboxMessages)
      return rows.map(({ aggregateId }) => aggregateId).filter((id) => [sent, waiting].includes(id))
    }
    // Each call takes some: other tests of this file have sent a thousand.
    const forget = async (at: Date) => {
      for (let run = 0; run < 20; run += 1) await forgetSent(db, at)
    }
    await forget(after(AT, 7 * DAY_MS))
    expect((await left()).sort()).toEqual([sent, waiting].sort())
    await forget(after(AT, 7 * DAY_MS + 1))
    expect(await left()).toEqual([waiting])
  })

  it('delivered many times, at once and later, has one effect for each consumer (Q2)', async () => {
    const db = open()
    const level = makeStockLevel()
    const { stockLevels } = db.tables
    await db.insert(stockLevels).values({ ...level, onHand: 100 })
    const messageId = newId('msg')
    const mine = eq(stockLevels.variantId, level.variantId)
    const act = async (consumer: string, onHand: number) =>
      await onceByMessage(db, consumer, messageId, (q) => [
        q.update(stockLevels).set({ onHand }).where(mine),
      ])
    await act('one', 90)
    await Promise.all(Array.from({ length: 10 }, () => act('one', 1)))
    expect((await db.select().from(stockLevels).where(mine))[0]?.onHand).toBe(90)
    await act('another', 80)
    expect((await db.select().from(stockLevels).where(mine))[0]?.onHand).toBe(80)
  })

  it('lets a consumer that failed try again', async () => {
    const db = open()
    const messageId = newId('msg')
    const level = makeStockLevel()
    const { stockLevels } = db.tables
    const insert = async () =>
      await onceByMessage(db, 'one', messageId, (q) => [q.insert(stockLevels).values(level)])
    await db.insert(stockLevels).values(level)
    await expect(insert()).rejects.toThrow()
    await db.delete(stockLevels).where(eq(stockLevels.variantId, level.variantId))
    await insert()
    const mine = eq(stockLevels.variantId, level.variantId)
    expect(await db.select().from(stockLevels).where(mine)).toHaveLength(1)
  })
})
