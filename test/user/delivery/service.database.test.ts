import { beforeEach, expect, it } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { createLog } from '#src/common/log.ts'
import { createTasks } from '#src/common/tasks.ts'
import { compose } from '#src/compose.ts'
import type { Address, Outcome, Outgoing, Way, Ways } from '#src/services/notification/index.ts'
import type { Notice } from '#src/user/index.ts'
import { someToken } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { makeShopper } from '#test/support/shopper.ts'

type Sent = { way: Way; to: Address; message: Outgoing }

describeEachMarket('A notification', (theMarket, open) => {
  const log = createLog({}, () => undefined)
  let sent: Sent[] = []
  let answer: (way: Way) => Outcome | Promise<Outcome> = () => ({ kind: 'sent', ref: 'ref' })

  const ways = Object.fromEntries(
    (['email', 'sms', 'web_push', 'fcm', 'expo', 'line'] as const).map((way) => [
      way,
      async (to: Address, message: Outgoing) => {
        sent.push({ way, to, message })
        return await answer(way)
      },
    ]),
  ) as Ways

  beforeEach(() => {
    sent = []
    answer = () => ({ kind: 'sent', ref: 'ref' })
  })

  const using = async <Result>(
    work: (services: ReturnType<typeof compose>) => Promise<Result>,
    own: Ways = ways,
  ): Promise<Result> => {
    const { bindings: env, clock } = theMarket()
    const services = compose({ env, log, tasks: createTasks(), clock, ways: own })
    try {
      return await work(services)
    } finally {
      await services.close()
    }
  }
  const notify = async (notices: Notice[], messageId = newId('msg'), own?: Ways) =>
    await using(async ({ user }) => await user().deliveries.notify(messageId, notices), own)
  const run = async () => await using(async ({ user }) => await user().deliveries.runDue())
  const someone = async () => {
    const { token, email } = await makeShopper(theMarket())
    const { id } = (await theMarket().call('GET', '/me', { token })).body.user
    return { token, email, id: id as string }
  }
  const notice = (to: Notice['to'], kind: Notice['kind'] = 'order_sent'): Notice => ({
    ...{ key: kind, kind, to, link: '/orders/ord_1' },
    params: { number: 'TL-1', shopTh: 'ร้าน', shopEn: 'Shop', trackingNumber: 'TH01' },
  })
  const rows = async (userId: string) => {
    const all = await open().select().from(open().tables.deliveries)
    return all.filter((row) => row.userId === userId)
  }
  const choose = async (token: string, body: object) =>
    await theMarket().call('PUT', '/me/notification-preferences', {
      token,
      body: { locale: 'en', quietHours: null, choices: [], ...body },
    })

  it('is in the inbox and on its way at once, in the language that was chosen', async () => {
    const { id, token, email } = await someone()
    await choose(token, {})
    await notify([notice({ userId: id })])
    expect(sent).toEqual([
      {
        way: 'email',
        to: { to: email },
        message: {
          ...{ id: expect.stringMatching(/^dlv_/), locale: 'en', title: 'Shop sent your parcel' },
          body: 'Order TL-1, parcel TH01.',
          url: 'http://127.0.0.1:8788/en/orders/ord_1',
          unsubscribeUrl: expect.stringContaining('http://127.0.0.1:8788/api/unsubscribe?token='),
        },
      },
    ])
    expect(await rows(id)).toMatchObject([
      { channel: 'email', state: 'sent', providerRef: 'ref', attempts: 1, dueMs: null },
    ])
    const { body } = await theMarket().call('GET', '/me/notifications', { token })
    expect(body).toMatchObject({ unread: 1, items: [{ kind: 'order_sent' }] })
  })

  it('of one message is one, by each channel, however often and at once it comes (Q2, Q8)', async () => {
    const { id, token } = await someone()
    await theMarket().call('POST', '/me/devices', {
      ...{ token, body: { kind: 'fcm', token: someToken() } },
    })
    const messageId = newId('msg')
    await Promise.all([1, 2, 3].map(async () => await notify([notice({ userId: id })], messageId)))
    await notify([notice({ userId: id })], messageId)
    await Promise.all([run(), run()])
    expect(sent.map(({ way }) => way).sort()).toEqual(['email', 'fcm'])
    expect(await rows(id)).toHaveLength(2)
    const { body } = await theMarket().call('GET', '/me/notifications', { token })
    expect(body.items).toHaveLength(1)
  })

  it('that a silent provider did not take is sent again later under the same id', async () => {
    const { id } = await someone()
    answer = () => ({ kind: 'unavailable', reason: 'http_503' })
    await notify([notice({ userId: id })])
    expect(await rows(id)).toMatchObject([{ state: 'pending', reason: 'http_503', attempts: 1 }])
    await run()
    expect(sent).toHaveLength(1)
    answer = () => ({ kind: 'sent', ref: null })
    theMarket().pass(MINUTE_MS)
    await run()
    expect(new Set(sent.map(({ message }) => message.id)).size).toBe(1)
    expect(sent).toHaveLength(2)
    expect(await rows(id)).toMatchObject([{ state: 'sent', attempts: 2 }])
  })

  it('that a provider refuses for good is not sent again, and a device that is gone is forgotten', async () => {
    const { id, token } = await someone()
    await theMarket().call('POST', '/me/devices', {
      ...{ token, body: { kind: 'fcm', token: someToken() } },
    })
    answer = (way) =>
      way === 'fcm' ? { kind: 'refused', reason: 'gone', gone: true } : { kind: 'sent', ref: null }
    await notify([notice({ userId: id })])
    expect((await rows(id)).map(({ channel, state }) => `${channel} ${state}`).sort()).toEqual([
      'email sent',
      'push failed',
    ])
    expect((await theMarket().call('GET', '/me/devices', { token })).body.items).toEqual([])
  })

  it('rings when quiet hours are over', async () => {
    const { id, token } = await someone()
    const body = { kind: 'fcm', token: someToken() }
    await theMarket().call('POST', '/me/devices', { token, body })
    const minute = Math.floor(theMarket().clock.now().getTime() / MINUTE_MS + 7 * 60) % 1440
    const quietHours = { from: minute, to: (minute + 60) % 1440 }
    await choose(token, { quietHours })
    await notify([notice({ userId: id })])
    expect(sent.map(({ way }) => way)).toEqual(['email'])
    theMarket().pass(HOUR_MS)
    await run()
    expect(sent.map(({ way }) => way)).toEqual(['email', 'fcm'])
  })

  it('that was switched off is not sent, and the log says why; what is about money is', async () => {
    const { id, token } = await someone()
    const choices = [
      { topic: 'orders', channel: 'email', enabled: false },
      { topic: 'orders', channel: 'in_app', enabled: false },
    ]
    await choose(token, { choices })
    await notify([notice({ userId: id })])
    expect(sent).toEqual([])
    expect(await rows(id)).toMatchObject([{ state: 'skipped', reason: 'preference' }])
    await notify([notice({ userId: id }, 'order_paid')])
    expect(sent.map(({ message }) => message.title)).toEqual(['Order TL-1 is paid'])
  })

  it('a guest who clicked the way out gets no more but what is about money', async () => {
    const guest = {
      email: `${newId('usr')}@example.test`,
      phone: '+66812345678',
      locale: 'th' as const,
    }
    await notify([notice({ guest })])
    const { unsubscribeUrl } = sent[0]?.message ?? {}
    const { pathname, search } = new URL(unsubscribeUrl ?? '')
    expect((await theMarket().request(pathname + search, { method: 'POST' })).status).toBe(200)
    await notify([notice({ guest })])
    await notify([notice({ guest }, 'order_paid')])
    expect(sent.map(({ message }) => message.title)).toEqual(['ร้าน ส่งของแล้ว', 'จ่ายคำสั่งซื้อ TL-1 แล้ว'])
  })

  it('to a guest lets them in by a token that follows the #, and is stored nowhere', async () => {
    const email = `${newId('usr')}@example.test`
    const guest = { email, phone: '+66812345678', locale: 'en' as const }
    await notify([{ ...notice({ guest }, 'order_paid'), link: '/order-groups/grp_1' }])
    const { url = '' } = sent[0]?.message ?? {}
    const { pathname, hash, search } = new URL(url)
    expect([pathname, search]).toEqual(['/en/order-groups/grp_1/open', ''])
    expect(hash).toMatch(/^#[\w-]{43}$/)
    const all = await open().select().from(open().tables.deliveries)
    expect(all.find((row) => row.address === email)?.link).toBe('/order-groups/grp_1')
    expect(JSON.stringify(all)).not.toContain(hash.slice(1))
    const { id } = await someone()
    await notify([{ ...notice({ userId: id }, 'order_paid'), link: '/order-groups/grp_1' }])
    expect(sent[1]?.message.url).toBe('http://127.0.0.1:8788/order-groups/grp_1')
  })

  it('by a way that is not configured is logged as that', async () => {
    const { id } = await someone()
    await notify([notice({ userId: id })], newId('msg'), {})
    expect(await rows(id)).toMatchObject([{ state: 'skipped', reason: 'not_configured' }])
  })

  it('asks a provider that is silent five times in a row no more in that run', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, someone))
    answer = () => ({ kind: 'unavailable', reason: 'timed_out' })
    await notify(people.map(({ id }) => ({ ...notice({ userId: id }), key: id })))
    // Six are under way when the fifth is silent.
    expect(sent.length).toBeLessThanOrEqual(10)
    answer = () => ({ kind: 'sent', ref: null })
    theMarket().pass(MINUTE_MS)
    await run()
    const states = await Promise.all(people.map(async ({ id }) => (await rows(id))[0]?.state))
    expect(new Set(states)).toEqual(new Set(['sent']))
  })
})
