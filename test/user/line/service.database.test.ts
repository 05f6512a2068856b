import { expect, it } from 'vitest'
import { MINUTE_MS } from '#src/common/clock.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { makeShopper } from '#test/support/shopper.ts'

describeEachMarket('A LINE account', (theMarket) => {
  const shopper = async () => (await makeShopper(theMarket())).token
  const door = async (token: string, language = 'en'): Promise<string> => {
    const headers = { 'accept-language': language }
    const { status, body } = await theMarket().call('POST', '/me/line/doors', { token, headers })
    expect(status).toBe(201)
    return body.url
  }
  /** Presses a button at LINE's door; where LINE sends somebody back to. */
  const press = async (url: string, button: 'allow' | 'cancel', who = 'mali') => {
    const fields = new URLSearchParams(new URL(url).search)
    fields.set('press', button)
    fields.set('who', who)
    const answer = await theMarket().provider.fetch(new URL('answer', url), {
      ...{ method: 'POST', body: fields, redirect: 'manual' },
    })
    return new URL(answer.headers.get('location') ?? 'about:blank')
  }
  const link = async (token: string, back: URL, more: object = {}) =>
    await theMarket().call('POST', '/me/line', {
      token,
      body: {
        ...{ code: back.searchParams.get('code'), state: back.searchParams.get('state') },
        ...more,
      },
    })
  const kinds = async (token: string) =>
    (await theMarket().call('GET', '/me/devices', { token })).body.items.map(
      ({ kind }: { kind: string }) => kind,
    )

  it('is linked by whoever LINE says it is, and taken away as a device', async () => {
    const token = await shopper()
    const url = new URL(await door(token))
    expect(url.searchParams.get('code_challenge_method')).toBe('S256')
    const said = atob((url.searchParams.get('state') ?? '').split('.')[0] ?? '')
    expect(Object.keys(JSON.parse(said)).sort()).toEqual(['locale', 'nonce', 'untilMs'])
    const back = await press(url.href, 'allow')
    expect(`${back.origin}${back.pathname}`).toBe('http://127.0.0.1:8788/account/line')
    const linked = await link(token, back)
    expect(linked).toMatchObject({ status: 201, body: { locale: 'en', device: { kind: 'line' } } })
    expect(await kinds(token)).toEqual(['line'])
    const gone = await theMarket().call('DELETE', `/me/devices/${linked.body.device.id}`, { token })
    expect(gone.status).toBe(204)
    expect(await kinds(token)).toEqual([])
  })

  it('is linked to the account that asked for it and to no other', async () => {
    const [asking, other] = [await shopper(), await shopper()]
    const back = await press(await door(asking), 'allow')
    expect((await link(other, back)).status).toBe(400)
    expect(await kinds(other)).toEqual([])
    expect((await link(asking, back)).status).toBe(201)
  })

  it('is not linked by a state that was changed, is too old, or by a code used before', async () => {
    const token = await shopper()
    const back = await press(await door(token), 'allow')
    const state = back.searchParams.get('state') ?? ''
    const forged = `${state.slice(0, 8)}A${state.slice(9)}`
    expect((await link(token, back, { state: forged })).status).toBe(400)
    expect((await link(token, back, { code: 'made-up' })).status).toBe(400)
    expect((await link(token, back)).status).toBe(201)
    expect((await link(token, back)).status).toBe(400)
    const late = await press(await door(token), 'allow')
    theMarket().pass(9 * MINUTE_MS)
    expect((await link(token, late)).status).toBe(400)
  })

  it('is not linked by a code that was given to somebody else’s errand', async () => {
    const token = await shopper()
    const mine = await press(await door(token), 'allow')
    const theirs = await press(await door(token), 'allow', 'mallory')
    const code = theirs.searchParams.get('code')
    expect((await link(token, mine, { code })).status).toBe(400)
    expect(await kinds(token)).toEqual([])
  })

  it('that was not allowed comes back without a code', async () => {
    const back = await press(await door(await shopper()), 'cancel')
    expect(back.searchParams.get('error')).toBe('access_denied')
    expect(back.searchParams.get('code')).toBeNull()
  })

  it('cannot be claimed by its id alone', async () => {
    const body = { kind: 'line', token: `U${'0123456789abcdef'.repeat(2)}` }
    const token = await shopper()
    expect((await theMarket().call('POST', '/me/devices', { token, body })).status).toBe(400)
  })
})
