import { expect, it } from 'vitest'
import { after, DAY_MS, HOUR_MS, MINUTE_MS } from '#src/common/clock.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { makeOperator } from '#test/support/shopper.ts'

const AT_ONCE = 10

describeEachMarket('The calendar of flash sales', (theMarket, open) => {
  const slotAt = (ms: number, lastsMs = HOUR_MS) => ({
    title: { th: 'ลดด่วนรอบเที่ยง', en: 'Noon flash sale' },
    startsAt: after(theMarket().clock.now(), ms).toISOString(),
    endsAt: after(theMarket().clock.now(), ms + lastsMs).toISOString(),
  })
  async function createAtOnce(slots: readonly ReturnType<typeof slotAt>[]) {
    const { token } = await makeOperator(theMarket(), open())
    const answers = await Promise.all(
      slots.map(
        async (body) => await theMarket().call('POST', '/admin/flash-sales', { token, body }),
      ),
    )
    const { body } = await theMarket().call('GET', '/admin/flash-sales', { token })
    const ids = new Set(answers.map((answer) => answer.body.id))
    return { answers, stored: body.items.filter(({ id }: { id: string }) => ids.has(id)) }
  }
  const ten = <Made>(make: (n: number) => Made) =>
    Array.from({ length: AT_ONCE }, (_, n) => make(n))

  it('takes one of ten slots that overlap and are set up at once', async () => {
    for (const day of [20, 21, 22, 23, 24]) {
      const slots = ten((n) => slotAt(day * DAY_MS + n * MINUTE_MS))
      const { answers, stored } = await createAtOnce(slots)
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
      for (const { status, body } of answers.filter((answer) => answer.status !== 201)) {
        expect([status, body.code, body.reason]).toEqual([
          ...[422, 'flash_sale_invalid', 'slot_overlaps'],
        ])
      }
      expect(stored).toHaveLength(1)
    }
  })

  it('takes all of ten slots that stand one after the other and are set up at once', async () => {
    const { answers, stored } = await createAtOnce(ten((n) => slotAt(3 * DAY_MS + n * HOUR_MS)))
    expect(answers.map(({ status }) => status)).toEqual(ten(() => 201))
    expect(stored).toHaveLength(AT_ONCE)
  })

  it('takes a slot that is set up ten times at once as one', async () => {
    const slot = slotAt(5 * DAY_MS)
    const { answers, stored } = await createAtOnce(ten(() => slot))
    expect(answers.map(({ status }) => status)).toEqual(ten(() => 201))
    expect(stored).toHaveLength(1)
  })

  it('takes none of ten slots that overlap one which was there', async () => {
    await createAtOnce([slotAt(7 * DAY_MS)])
    const { answers } = await createAtOnce(ten((n) => slotAt(7 * DAY_MS + (n + 1) * MINUTE_MS)))
    expect(answers.map(({ body }) => body.reason)).toEqual(ten(() => 'slot_overlaps'))
  })
})
