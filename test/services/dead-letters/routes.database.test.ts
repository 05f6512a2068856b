import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { newId } from '#src/common/id.ts'
import { createLog } from '#src/common/log.ts'
import { GROUP_CHANGED } from '#src/order/index.ts'
import { bury, consume } from '#src/queue.ts'
import { makeProduct, makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { makeOperator, makeShopper } from '#test/support/shopper.ts'

const QUEUE = 'talat-events'
const DEAD = 'talat-dead-letters'
const MAX_ATTEMPTS = 6

describeEachMarket('Dead letters', (theMarket, open) => {
  let operator: { token: string }
  let sent: unknown[] = []
  let refuses = false
  const log = createLog({}, () => undefined)

  beforeAll(async () => {
    const market = theMarket()
    market.bindings.EVENTS = {
      sendBatch: async (messages: { body: unknown }[]) => {
        if (refuses) throw new Error('the queue does not answer')
        sent.push(...messages.map(({ body }) => body))
      },
    } as never
    operator = await makeOperator(market, open())
  })
  beforeEach(async () => {
    await theMarket().rest()
    sent = []
    refuses = false
  })

  /** Delivers a batch as the queue does, and answers which of it must come again. */
  async function deliver(bodies: readonly unknown[], queue: string, attempts: number) {
    const messages = bodies.map((body) => ({
      ...{ id: newId('msg'), timestamp: new Date(), attempts },
      body,
    }))
    const batch = createMessageBatch(queue, messages)
    const services = theMarket().services()
    await (queue === DEAD ? bury : consume)(batch as never, services, log)
    await services.close()
    const { explicitAcks, retryMessages } = await getQueueResult(batch, createExecutionContext())
    return { messages, explicitAcks, retryMessages }
  }

  const sold = (productId: string, quantity: number, kind: string = GROUP_CHANGED) => {
    const groupId = newId('grp')
    const sales = [{ productId, quantity }]
    const payload = { groupId, paymentStatus: 'paid', unheard: true, sold: sales }
    return { id: newId('msg'), kind, aggregateId: groupId, version: 2, payload }
  }
  const soldCount = async (productId: string) => {
    const rows = await open().select().from(open().tables.products)
    return rows.find(({ id }) => id === productId)?.soldCount
  }
  const list = async (query = '') =>
    await theMarket().call('GET', `/admin/dead-letters${query}`, operator)
  const replay = async (id: string) =>
    await theMarket().call('POST', `/admin/dead-letters/${id}/replay`, operator)
  /** A dead letter with this body; its id. */
  const dead = async (body: unknown) => {
    const { messages } = await deliver([body], DEAD, MAX_ATTEMPTS)
    return messages[0]?.id ?? ''
  }

  it('of a hundred messages one is bad: nobody waits for it, and it is seen and sent again exactly (Q3, Q4)', async () => {
    const product = await makeProduct(open(), await makeShop(open()))
    const bad = sold(product.id, 5, 'not.known.yet')
    const good = Array.from({ length: 99 }, () => sold(product.id, 1))
    const first = await deliver([...good.slice(0, 40), bad, ...good.slice(40)], QUEUE, 1)
    expect(first.explicitAcks).toHaveLength(99)
    expect(first.retryMessages.map(({ msgId }: { msgId: string }) => msgId)).toEqual([
      first.messages[40]?.id,
    ])
    expect(await soldCount(product.id)).toBe(99)
    for (let attempts = 2; attempts < MAX_ATTEMPTS; attempts += 1) {
      const { explicitAcks, retryMessages } = await deliver([bad], QUEUE, attempts)
      expect(explicitAcks).toEqual([])
      expect(retryMessages).toHaveLength(1)
    }
    const id = await dead(bad)
    const { body } = await list('?replayed=false&limit=1')
    expect(body.items).toEqual([
      {
        ...{ id, queue: DEAD, body: expect.any(String), attempts: MAX_ATTEMPTS },
        diedAt: expect.any(String),
      },
    ])
    expect(JSON.parse(body.items[0].body)).toEqual(bad)
    expect(await replay(id)).toMatchObject({ status: 200, body: { id } })
    expect(sent).toEqual([bad])
  })

  it('is sent once by two operators who press at the same moment, and not again later', async () => {
    const id = await dead(sold(newId('prd'), 1))
    const answers = await Promise.all(Array.from({ length: 5 }, () => replay(id)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
    expect((await replay(id)).body.code).toBe('transition_refused')
    expect(sent).toHaveLength(1)
    const { items } = (await list('?replayed=true&limit=1')).body
    expect(items).toMatchObject([{ id, replayedBy: expect.stringMatching(/^usr_/) }])
  })

  it('stays unsent when the queue refuses it, and says so', async () => {
    const id = await dead('no message at all')
    refuses = true
    const refused = await replay(id)
    expect([refused.status, refused.body.code]).toEqual([503, 'overloaded'])
    expect((await list('?replayed=false&limit=1')).body.items).toMatchObject([{ id }])
    refuses = false
    expect((await replay(id)).status).toBe(200)
    expect(sent).toEqual(['no message at all'])
  })

  it('that an operator took and died with is free again half a minute later', async () => {
    const id = await dead(sold(newId('prd'), 1))
    const { deadLetters } = open().tables
    await open()
      .update(deadLetters)
      .set({ leaseUntilMs: theMarket().clock.now().getTime() + 30_000 })
    expect((await replay(id)).status).toBe(409)
    theMarket().pass(31_000)
    expect((await replay(id)).status).toBe(200)
  })

  it('are listed newest first, a page at a time, for operators alone', async () => {
    const ids: string[] = []
    for (let n = 0; n < 3; n += 1) {
      theMarket().pass(1000)
      ids.unshift(await dead({ n }))
    }
    const first = await list('?limit=2')
    expect(first.body.items.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 2))
    const next = await list(`?limit=1&cursor=${first.body.nextCursor}`)
    expect(next.body.items).toMatchObject([{ id: ids[2] }])
    const other = await list(`?replayed=false&limit=1&cursor=${first.body.nextCursor}`)
    expect(other.body.code).toBe('cursor_invalid')
    const { token } = await makeShopper(theMarket())
    expect((await theMarket().call('GET', '/admin/dead-letters', { token })).status).toBe(403)
    expect((await replay('nothing')).status).toBe(404)
  })
})
