import { expect, it } from 'vitest'
import { describeEachMarket } from '#test/support/market.ts'
import { makeShopper } from '#test/support/shopper.ts'

type Choice = { topic: string; channel: string; enabled: boolean; moneyAnyway: boolean }

describeEachMarket('Notification preferences', (theMarket) => {
  const read = async (token: string) =>
    (await theMarket().call('GET', '/me/notification-preferences', { token })).body
  const choose = async (token: string, body: object) =>
    await theMarket().call('PUT', '/me/notification-preferences', { token, body })
  const choiceOf = (body: { choices: Choice[] }, topic: string, channel: string) =>
    body.choices.find((one) => one.topic === topic && one.channel === channel)
  const me = async (token: string): Promise<string> =>
    (await theMarket().call('GET', '/me', { token })).body.user.id
  const tokenFor = async (id: string, topic: 'orders' | 'promotions' | 'shop') => {
    const services = theMarket().services()
    const token = await services.user().preferences.unsubscribeToken(id, topic)
    await services.close()
    return token
  }
  const unsubscribe = async (token: string) =>
    await theMarket().request(`/api/unsubscribe?token=${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })

  it('of somebody who chose nothing are what comes unasked, every topic by every channel', async () => {
    const { token } = await makeShopper(theMarket())
    const answer = await read(token)
    expect(answer).toMatchObject({ locale: 'th', quietHours: null })
    expect(answer.choices).toHaveLength(45)
    expect(answer.digest).toEqual({ every: 'daily', topics: ['prices', 'low_stock', 'reviews'] })
    expect(choiceOf(answer, 'orders', 'email')).toMatchObject({ enabled: true, moneyAnyway: true })
    expect(choiceOf(answer, 'promotions', 'email')).toMatchObject({
      ...{ enabled: false, moneyAnyway: false },
    })
  })

  it('are chosen as a whole, by each for oneself alone', async () => {
    const [mine, other] = [await makeShopper(theMarket()), await makeShopper(theMarket())]
    const chosen = {
      locale: 'en',
      quietHours: { from: 1320, to: 420 },
      choices: [{ topic: 'promotions', channel: 'push', enabled: true }],
    }
    const answer = await choose(mine.token, chosen)
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ locale: 'en', quietHours: { from: 1320, to: 420 } })
    expect(choiceOf(answer.body, 'promotions', 'push')?.enabled).toBe(true)
    expect(await read(mine.token)).toEqual(answer.body)
    expect(choiceOf(await read(other.token), 'promotions', 'push')?.enabled).toBe(false)
    const back = await choose(mine.token, { locale: 'th', quietHours: null, choices: [] })
    expect(choiceOf(back.body, 'promotions', 'push')?.enabled).toBe(false)
  })

  it('chosen in many places at once are one of the choices, and none is refused', async () => {
    const { token } = await makeShopper(theMarket())
    const answers = await Promise.all(
      [60, 120, 180].map((from) =>
        choose(token, { locale: 'th', quietHours: { from, to: 600 }, choices: [] }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect([60, 120, 180]).toContain((await read(token)).quietHours.from)
  })

  it('are told to nobody who is not signed in', async () => {
    expect((await theMarket().call('GET', '/me/notification-preferences')).status).toBe(401)
  })

  it('an email ends its own topic with one click and without signing in (RFC 8058)', async () => {
    const { token } = await makeShopper(theMarket())
    const link = await tokenFor(await me(token), 'shop')
    const page = await theMarket().request(`/api/unsubscribe?token=${link}`)
    expect(page.headers.get('content-type')).toMatch(/html/)
    expect(choiceOf(await read(token), 'shop', 'email')?.enabled).toBe(true)
    for (let click = 0; click < 2; click += 1) {
      const answer = await unsubscribe(link)
      expect([answer.status, await answer.json()]).toEqual([200, { topic: 'shop' }])
    }
    const now = await read(token)
    expect(choiceOf(now, 'shop', 'email')?.enabled).toBe(false)
    expect(choiceOf(now, 'orders', 'email')?.enabled).toBe(true)
    expect(choiceOf(now, 'shop', 'push')?.enabled).toBe(true)
  })

  it('no other token ends anything', async () => {
    const { token } = await makeShopper(theMarket())
    const [said, signature] = (await tokenFor(await me(token), 'shop')).split('.')
    const other = (await tokenFor('usr_other', 'shop')).split('.')
    for (const wrong of [
      `${other[0]}.${signature}`,
      `${said}.${other[1]}`,
      `${said}.AAAA`,
      'AAAA.AAAA',
    ]) {
      expect((await unsubscribe(wrong)).status, wrong).toBe(404)
    }
    expect(choiceOf(await read(token), 'shop', 'email')?.enabled).toBe(true)
  })
})
