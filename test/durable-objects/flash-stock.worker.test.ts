import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { SETTINGS } from '#src/config/settings.ts'
import { durableFlashStocks } from '#src/services/flash-stock/durable-objects.ts'
import type { FlashStock, KnownTake } from '#src/services/flash-stock/index.ts'

const LEASE_MS = SETTINGS.flash.takeLeaseMs
const stocks = durableFlashStocks(env.FLASH_STOCK)
const objectOf = (itemId: string) => env.FLASH_STOCK.get(env.FLASH_STOCK.idFromName(itemId))

/** An item's object with so many units. */
async function funded(quantity: number, perBuyer = 99) {
  const id = newId('fli')
  const stock = stocks(id)
  const forgetAtMs = Date.now() + 1_000_000
  const transfer = { id: `${id}.0`, quantity, perBuyer, forgetAtMs }
  await stock.transfer(transfer)
  return { id, stock, transfer }
}

let buyers = 0
const take = async (stock: FlashStock, some: Partial<Parameters<FlashStock['take']>[0]> = {}) => {
  buyers += 1
  const wish = { key: newId('grp'), holders: [`buyer-${buyers}`], quantity: 1, atMs: Date.now() }
  return await stock.take({ ...wish, ...some })
}
const count = async (stock: FlashStock, atMs = Date.now(), ended = false) =>
  await stock.reconcile([], atMs, ended)

describe('The units of a flash sale’s item', () => {
  it('are handed out to exactly as many of 1,000 as there are (S2)', async () => {
    const { stock } = await funded(100)
    const answers = await Promise.all(Array.from({ length: 1000 }, async () => await take(stock)))
    expect(answers.filter((answer) => answer === 'taken')).toHaveLength(100)
    expect(answers.filter((answer) => answer === 'sold_out')).toHaveLength(900)
    expect(await count(stock)).toEqual({ received: 100, left: 0, kept: 0, pending: 100 })
  })

  it('come once for each transfer, and nobody gets one before', async () => {
    const unknown = stocks(newId('fli'))
    expect(await take(unknown)).toBe('unfunded')
    const { stock, transfer, id } = await funded(5)
    await stock.transfer(transfer)
    expect(await count(stock)).toMatchObject({ received: 5, left: 5 })
    await stock.transfer({ ...transfer, id: `${id}.1`, quantity: -2 })
    await stock.transfer({ ...transfer, id: `${id}.1`, quantity: -2 })
    expect(await count(stock)).toMatchObject({ received: 3, left: 3 })
  })

  it('are one take for one key, given back once', async () => {
    const { stock } = await funded(2)
    const key = newId('grp')
    expect(await take(stock, { key })).toBe('taken')
    expect(await take(stock, { key })).toBe('taken')
    expect(await count(stock)).toMatchObject({ left: 1, pending: 1 })
    await stock.release(key)
    await stock.release(key)
    expect(await count(stock)).toMatchObject({ left: 2, pending: 0 })
  })

  it('are limited to each buyer, and to a guest by either contact (S7)', async () => {
    const { stock } = await funded(10, 2)
    const holders = ['email', 'phone']
    expect(await take(stock, { holders, quantity: 3 })).toBe('limit')
    expect(await take(stock, { holders, quantity: 2 })).toBe('taken')
    expect(await take(stock, { holders: ['email', 'another'] })).toBe('limit')
    expect(await take(stock, { holders: ['another'] })).toBe('taken')
  })

  it('come back a lease after a take that nobody settled, by an alarm too, and a settled one stays', async () => {
    const { stock, id } = await funded(3)
    const [orphan, settled] = [newId('grp'), newId('grp')]
    const longAgo = Date.now() - LEASE_MS
    await take(stock, { key: settled })
    await stock.settle(settled)
    await take(stock, { key: orphan, atMs: longAgo })
    await runInDurableObject(objectOf(id) as never, async (_, { storage }) => {
      expect(await storage.getAlarm()).not.toBeNull()
    })
    await runDurableObjectAlarm(objectOf(id) as never)
    expect(await count(stock)).toEqual({ received: 3, left: 2, kept: 1, pending: 0 })
    // Its payment was only slow: the database has it, whatever the lease said.
    await stock.settle(orphan)
    expect(await count(stock)).toEqual({ received: 3, left: 1, kept: 2, pending: 0 })
  })

  it('are what the database says of them: takes it has are kept, those it ended go back', async () => {
    const { stock } = await funded(5)
    const [lost, ended] = [newId('grp'), newId('grp')]
    await take(stock, { key: ended })
    await stock.settle(ended)
    const known: KnownTake[] = [
      { key: lost, holders: ['a'], quantity: 2, stands: true },
      { key: ended, holders: ['b'], quantity: 1, stands: false },
      { key: newId('grp'), holders: ['c'], quantity: 1, stands: false },
    ]
    for (let twice = 0; twice < 2; twice += 1) {
      const after = await stock.reconcile(known, Date.now(), false)
      expect(after).toEqual({ received: 5, left: 3, kept: 2, pending: 0 })
    }
  })

  it('are for nobody once the slot is being closed, and takes without an order end', async () => {
    const { stock } = await funded(5)
    await take(stock)
    expect(await count(stock, Date.now(), true)).toMatchObject({ left: 5, pending: 0 })
    expect(await take(stock)).toBe('ended')
  })

  it('are forgotten when nobody will ask any more', async () => {
    const id = newId('fli')
    const stock = stocks(id)
    await stock.transfer({ id: 'once', quantity: 1, perBuyer: 1, forgetAtMs: Date.now() - 1 })
    await runDurableObjectAlarm(objectOf(id) as never)
    expect(await take(stock)).toBe('unfunded')
  })

  it('agree with who was told so, whenever the object dies (S8, F20)', async () => {
    const { stock, id } = await funded(40, 3)
    const sure = new Map<string, boolean>()
    for (let n = 0; n < 120; n += 1) {
      const key = newId('grp')
      const wish = async () => {
        if ((await take(stock, { key, holders: [`h${n % 30}`] })) !== 'taken') return
        sure.set(key, false)
        // Every third order fails, and gives its units back; the others are written.
        if (n % 3 === 0) return await stock.release(key)
        sure.set(key, true)
        await stock.settle(key)
      }
      const crash = async () => {
        if (n % 7 !== 0) return
        await runInDurableObject(objectOf(id) as never, async (_, ctx) => ctx.abort('crash'))
      }
      await Promise.allSettled([wish(), crash()])
    }
    const known = [...sure].map(([key, stands], n) => ({
      key,
      holders: [`h${n}`],
      quantity: 1,
      stands,
    }))
    const written = known.filter(({ stands }) => stands).length
    const after = await stock.reconcile(known, Date.now() + LEASE_MS, false)
    expect(after).toEqual({ received: 40, left: 40 - written, kept: written, pending: 0 })
    expect(written).toBeGreaterThan(10)
  })
})
