import { eq } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { nextDigest } from '#src/user/digest/rules.ts'
import type { Notice } from '#src/user/index.ts'
import { holdQueue } from '#test/support/letters.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { makeShopper, tokenOf } from '#test/support/shopper.ts'

describeEachMarket('The letter of the day', (theMarket, open) => {
  let queue: ReturnType<typeof holdQueue>
  beforeAll(() => {
    queue = holdQueue(theMarket())
  })

  const someone = async () => {
    const { token, email } = await makeShopper(theMarket())
    const { id } = (await theMarket().call('GET', '/me', { token })).body.user
    return { email, id: id as string }
  }
  const using = async <Result>(
    work: (services: ReturnType<ReturnType<typeof theMarket>['services']>) => Promise<Result>,
  ): Promise<Result> => {
    const services = theMarket().services()
    try {
      return await work(services)
    } finally {
      await services.close()
    }
  }
  const notice = (userId: string, kind: Notice['kind'] = 'price_dropped'): Notice => ({
    ...{ key: newId('req'), kind, to: { userId }, link: '/p/cloth' },
    params: { titleTh: 'ผ้า', titleEn: 'Cloth', priceSatang: 9900, markSatang: 19_900, rating: 4 },
  })
  const tell = async (...notices: Notice[]) =>
    await using(async ({ user }) => await user().deliveries.notify(newId('msg'), notices))
  const choose = async (email: string, body: object) =>
    await theMarket().call('PUT', '/me/notification-preferences', {
      token: await tokenOf(theMarket(), email),
      body: { locale: 'en', quietHours: null, choices: [], ...body },
    })
  const run = async () => await using(async ({ user }) => await user().digests.run())
  const send = async () => await using(async ({ user }) => await user().deliveries.runDue())
  const untilMorning = () => {
    const now = theMarket().clock.now()
    theMarket().pass(nextDigest(now).getTime() - now.getTime())
  }
  const waitingOf = async (userId: string) => {
    const { digestEntries } = open().tables
    return await open().select().from(digestEntries).where(eq(digestEntries.userId, userId))
  }

  it('gathers what is not urgent: no email at once, one at eight, with a part of plain text', async () => {
    const somchai = await someone()
    await choose(somchai.email, {})
    await tell(notice(somchai.id), notice(somchai.id, 'shop_reviewed'))
    expect(await queue.lettersTo(somchai)).toEqual([])
    expect(await queue.toldTo(somchai)).toHaveLength(2)
    expect(await run()).toBe(0)
    untilMorning()
    await run()
    await send()
    const letters = await queue.lettersTo(somchai)
    expect(letters.map(({ subject }) => subject)).toEqual(['Your day in 2 lines'])
    expect(letters[0]?.body).toContain('Cloth is down to ฿99')
    expect(letters[0]?.body).toContain('/en/p/cloth')
    expect(letters[0]?.html).toContain('Cloth has a review: 4 of 5')
    expect(await waitingOf(somchai.id)).toEqual([])
  })

  it('is one a person and day, though its job runs at once and again, or too late', async () => {
    const somchai = await someone()
    await tell(notice(somchai.id))
    untilMorning()
    await Promise.allSettled([run(), run(), run()])
    await run()
    await send()
    expect((await queue.lettersTo(somchai)).map(({ subject }) => subject)).toEqual([
      'สรุปวันนี้ 1 เรื่อง',
    ])
    // Kept just before eight by a write that came after the letter: it is in the next one.
    const { digestEntries } = open().tables
    await tell(notice(somchai.id))
    const dueMs = theMarket().clock.now().getTime() - MINUTE_MS
    await open().update(digestEntries).set({ dueMs }).where(eq(digestEntries.userId, somchai.id))
    await run()
    expect(await queue.lettersTo(somchai)).toHaveLength(1)
    theMarket().pass(DAY_MS)
    await run()
    await send()
    expect(await queue.lettersTo(somchai)).toHaveLength(2)
  })

  it('that broke off is written by the next run, from what still waits', async () => {
    const somchai = await someone()
    await tell(notice(somchai.id))
    untilMorning()
    await using(async (services) => {
      const { digests } = services.user()
      const broken = services.database()
      const { atomically } = broken
      Object.assign(broken, {
        atomically: async () => {
          throw new Error('the power went')
        },
      })
      await expect(digests.run()).rejects.toThrow('the power went')
      Object.assign(broken, { atomically })
    })
    expect(await waitingOf(somchai.id)).toHaveLength(1)
    await run()
    await send()
    expect(await queue.lettersTo(somchai)).toHaveLength(1)
  })

  it('reaches more people than a page holds', async () => {
    const { digestEntries, deliveries } = open().tables
    const at = theMarket().clock.now()
    const mark = newId('req')
    const crowd = Array.from({ length: 130 }, (_, n) => `usr_${mark}_${n}`)
    for (const userId of crowd) {
      await open()
        .insert(digestEntries)
        .values({
          ...{ id: newId('dge'), userId, messageKey: newId('msg'), topic: 'prices' as const },
          ...{ kind: 'price_dropped', params: {}, link: `/${mark}` },
          ...{ dueMs: at.getTime(), createdAt: at },
        })
    }
    expect(await run()).toBeGreaterThanOrEqual(crowd.length)
    const rows = await open().select().from(deliveries).where(eq(deliveries.kind, 'digest'))
    const own = rows.filter(({ recipient }) => recipient.startsWith(`usr_${mark}_`))
    expect(own).toHaveLength(crowd.length)
    theMarket().pass(HOUR_MS)
  })

  it('is nobody’s who switched it off: what it gathered comes at once, or by no email at all', async () => {
    const [off, silent] = [await someone(), await someone()]
    await choose(off.email, { digest: { every: 'off', topics: [] } })
    await tell(notice(off.id))
    expect((await queue.lettersTo(off)).map(({ subject }) => subject)).toEqual([
      'Cloth is down to ฿99',
    ])
    await tell(notice(silent.id))
    await using(async ({ user }) => {
      const token = await user().preferences.unsubscribeToken(silent.id, 'digest')
      expect(await user().preferences.unsubscribe(token)).toEqual({ topic: 'digest' })
    })
    untilMorning()
    await run()
    await send()
    expect(await queue.lettersTo(silent)).toEqual([])
    expect(await waitingOf(silent.id)).toEqual([])
  })
})
