import { expect, it } from 'vitest'
import { base64url, fromBase64url, newId } from '#src/common/id.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { makeShopper } from '#test/support/shopper.ts'

const KEYS = { p256dh: `B${'x'.repeat(86)}`, auth: 'x'.repeat(22) }
const browser = (path: string) => ({
  kind: 'web_push',
  endpoint: `https://fcm.googleapis.com/fcm/send/${path}`,
  keys: KEYS,
})
const phone = () => ({ kind: 'expo', token: `ExponentPushToken[${newId('dev').slice(-22)}]` })

describeEachMarket('Devices', (theMarket) => {
  const register = async (token: string, body: object) =>
    await theMarket().call('POST', '/me/devices', { token, body })
  const list = async (token: string) =>
    (await theMarket().call('GET', '/me/devices', { token })).body.items as { id: string }[]

  it('are kept, told without what they are reached by, and taken away', async () => {
    const { token } = await makeShopper(theMarket())
    const made = await register(token, browser(newId('dev')))
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    expect(Object.keys(made.body).sort()).toEqual(['createdAt', 'id', 'kind'])
    expect(await list(token)).toEqual([made.body])
    const gone = async () =>
      (await theMarket().call('DELETE', `/me/devices/${made.body.id}`, { token })).status
    expect([await gone(), await gone()]).toEqual([204, 404])
    expect(await list(token)).toEqual([])
  })

  it('registered again are the same device', async () => {
    const { token } = await makeShopper(theMarket())
    const one = browser(newId('dev'))
    const ids = await Promise.all(Array.from({ length: 5 }, () => register(token, one)))
    expect(new Set(ids.map(({ body }) => body.id)).size).toBe(1)
    expect(await list(token)).toHaveLength(1)
  })

  it('are ten at most, the newest, however many come at once', async () => {
    const { token } = await makeShopper(theMarket())
    const first = await register(token, phone())
    const answers = await Promise.all(Array.from({ length: 12 }, () => register(token, phone())))
    expect(answers.every(({ status }) => status === 201)).toBe(true)
    const kept = await list(token)
    expect(kept).toHaveLength(10)
    expect(kept.map(({ id }) => id)).not.toContain(first.body.id)
  })

  it('go with whoever signs in on them', async () => {
    const [before, now] = [await makeShopper(theMarket()), await makeShopper(theMarket())]
    const held = phone()
    for (const { token } of [before, now]) await register(token, held)
    expect(await list(before.token)).toHaveLength(0)
    expect(await list(now.token)).toHaveLength(1)
  })

  it('that are browsers subscribe with the key that signs their pushes', async () => {
    const { token } = await makeShopper(theMarket())
    const { body } = await theMarket().call('GET', '/me/push-ways', { token })
    const { x, y } = JSON.parse(theMarket().bindings.VAPID_KEY ?? '{}')
    const point = fromBase64url(body.webPushKey)
    expect([point[0], base64url(point.slice(1, 33)), base64url(point.slice(33))]).toEqual([4, x, y])
    expect(body.line).toBe(true)
  })

  it('of another are as unknown as none', async () => {
    const [mine, other] = [await makeShopper(theMarket()), await makeShopper(theMarket())]
    const { body } = await register(other.token, phone())
    const { token } = mine
    expect((await theMarket().call('DELETE', `/me/devices/${body.id}`, { token })).status).toBe(404)
    expect(await list(other.token)).toHaveLength(1)
  })

  it.each([
    'https://127.0.0.1/push',
    'https://evil.example/push',
    'http://fcm.googleapis.com/fcm/send/x',
  ])('lead our servers nowhere: %s', async (endpoint) => {
    const { token } = await makeShopper(theMarket())
    const answer = await register(token, { ...browser('x'), endpoint })
    expect([answer.status, answer.body.errors[0].path]).toEqual([400, 'endpoint'])
  })
})
