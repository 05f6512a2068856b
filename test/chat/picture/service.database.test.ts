import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { DAY_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { JPEG } from '#test/services/upload/samples.ts'
import { uploader } from '#test/services/upload/uploading.ts'
import { makeShop } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { makeOperator, makeSeller, makeShopper, type Shopper } from '#test/support/shopper.ts'
import { chatDesk } from '../desk.ts'

describeEachMarket('A picture in a talk', (theMarket, open) => {
  const desk = chatDesk(theMarket, open)
  const { as, roomOf, copied } = desk
  const { picture } = uploader(theMarket)
  const files = async (key: string) =>
    (await env.FILES.list({ prefix: `private/${key}/` })).objects.length

  const send = async (who: { token: string }, id: string, key: string, clientId = newId('req')) =>
    await as(who).post(`/chat/rooms/${id}/messages`, { type: 'picture', clientId, key })
  const look = async (who: { token: string }, url: string) =>
    await theMarket().request(url, { headers: { authorization: `Bearer ${who.token}` } })
  async function sent(shopper: Shopper) {
    const { id } = await roomOf(shopper)
    const key = await picture(shopper, JPEG)
    const { body } = await send(shopper, id, key)
    return { id, key, url: body.body.url as string, seq: body.seq as number }
  }

  it('is seen by both sides, as it is and kept by nobody else', async () => {
    const shopper = await makeShopper(theMarket())
    const { id, url } = await sent(shopper)
    const { body } = await as(desk.seller()).get(`/chat/rooms/${id}/messages`)
    expect(body.items[0].body).toEqual({ type: 'picture', url, width: 6, height: 4 })
    for (const who of [shopper, desk.seller()]) {
      const answer = await look(who, url)
      expect(answer.status).toBe(200)
      const headers = Object.fromEntries(answer.headers)
      expect(headers).toMatchObject({
        'content-type': 'image/jpeg',
        'cache-control': 'private, max-age=300',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      })
      expect(await answer.text()).not.toContain('canary-exif')
    }
  })

  it('is nobody else’s: it and one that is not there are the same to them (Z1)', async () => {
    const [shopper, stranger] = [await makeShopper(theMarket()), await makeShopper(theMarket())]
    const rival = await makeSeller(theMarket(), open(), (await makeShop(open())).id)
    const { url } = await sent(shopper)
    const elsewhere = (await roomOf(stranger)).id
    const [, key = ''] = /pictures\/(.+)$/.exec(url) ?? []
    for (const who of [stranger, rival]) {
      const answers = [
        await look(who, url),
        await look(who, `/api/chat/rooms/${elsewhere}/pictures/${key}`),
        await look(who, url.replace(key, newId('upl'))),
        await look(who, `/api/chat/rooms/${newId('cnv')}/pictures/${key}`),
      ]
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
      await Promise.all(answers.map(async (answer) => await answer.text()))
    }
    const nobody = await theMarket().request(url)
    expect([nobody.status, await nobody.text()]).toEqual([
      401,
      expect.stringContaining('unauthenticated'),
    ])
  })

  it('is seen by an operator once they have said why they read the talk', async () => {
    const operator = await makeOperator(theMarket(), open())
    const { id, url } = await sent(await makeShopper(theMarket()))
    const before = await look(operator, url)
    expect([before.status, await before.text()]).toEqual([404, expect.anything()])
    await as(operator).get(`/admin/chat/rooms/${id}/messages?reason=report`)
    const seen = await look(operator, url)
    expect([seen.status, (await seen.arrayBuffer()).byteLength > 100]).toEqual([200, true])
  })

  it('is sent once, by whoever uploaded it, in one talk (R4)', async () => {
    const [shopper, other] = [await makeShopper(theMarket()), await makeShopper(theMarket())]
    const { id } = await roomOf(shopper)
    const key = await picture(shopper, JPEG)
    const clientId = newId('req')
    const twice = await Promise.all([1, 2].map(async () => await send(shopper, id, key, clientId)))
    expect(twice.map(({ status, body }) => [status, body.seq])).toEqual([
      [201, 1],
      [201, 1],
    ])
    expect((await send(shopper, id, key)).body.errors?.[0]?.path).toBe('key')
    const theirs = (await roomOf(other)).id
    expect((await send(other, theirs, key)).status).toBe(400)
    expect((await send(shopper, id, newId('upl'))).status).toBe(400)
    const { body } = await as(shopper).get(`/chat/rooms/${id}/messages`)
    expect(body.items).toHaveLength(1)
  })

  it('that is due is nobody’s any more, also before its file is gone', async () => {
    const shopper = await makeShopper(theMarket())
    const { id } = await roomOf(shopper)
    const key = await picture(shopper, JPEG)
    const { uploads: t } = open().tables
    const dueMs = theMarket().clock.now().getTime()
    await open().update(t).set({ dueMs }).where(eq(t.id, key))
    expect((await send(shopper, id, key)).body.errors?.[0]?.path).toBe('key')
  })

  it('that could not be sent can be sent once the way is free', async () => {
    const shopper = await makeShopper(theMarket())
    const { id } = await roomOf(shopper)
    const key = await picture(shopper, JPEG)
    await as(desk.seller()).post(`/chat/rooms/${id}/block`, { blocked: true })
    expect((await send(shopper, id, key)).body.code).toBe('chat_blocked')
    await as(desk.seller()).post(`/chat/rooms/${id}/block`, { blocked: false })
    expect((await send(shopper, id, key)).status).toBe(201)
  })

  it('stays when the same is said again after it was copied, and after a block (R4)', async () => {
    const shopper = await makeShopper(theMarket())
    const { id } = await roomOf(shopper)
    const key = await picture(shopper, JPEG)
    const clientId = newId('req')
    expect((await send(shopper, id, key, clientId)).body.seq).toBe(1)
    await copied(id)
    expect((await send(shopper, id, key, clientId)).body.seq).toBe(1)
    await as(desk.seller()).post(`/chat/rooms/${id}/block`, { blocked: true })
    expect((await send(shopper, id, key, clientId)).body.seq).toBe(1)
    theMarket().pass(30 * DAY_MS)
    await theMarket().jobs()
    expect(await files(key)).toBe(1)
  })

  it('stays as long as a talk does, once it was said', async () => {
    const shopper = await makeShopper(theMarket())
    const { id, key } = await sent(shopper)
    await copied(id)
    theMarket().pass(30 * DAY_MS)
    await theMarket().jobs()
    expect(await files(key)).toBe(1)
    theMarket().pass(701 * DAY_MS)
    await theMarket().jobs()
    expect(await files(key)).toBe(0)
  })
})
