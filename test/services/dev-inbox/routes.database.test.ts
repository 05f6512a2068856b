import { createExecutionContext } from 'cloudflare:test'
import { expect, it } from 'vitest'
import { createApi } from '#src/api.ts'
import { newId } from '#src/common/id.ts'
import type { Env } from '#src/config/env.ts'
import { localWays } from '#src/services/notification/channels/local.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { productionVariables } from '#test/support/test-variables.ts'

type Asked = { id: string; request: Record<string, unknown> }
type Listed = { items: Asked[] }

const HOSTILE = '</pre><script>alert(1)</script>"\r\nBcc: evil@example.test'

describeEachMarket('The development inbox', (theMarket, open) => {
  const keep = async (to: string, id = newId('dlv')) => {
    const { clock } = theMarket()
    const message = {
      ...{ id, locale: 'en' as const, title: HOSTILE, body: HOSTILE },
      ...{ url: 'http://127.0.0.1:8788/orders/1', unsubscribeUrl: null },
    }
    return await localWays(() => open(), clock).email({ to }, message)
  }

  it('shows what would have been sent, the newest first, once each', async () => {
    const id = newId('dlv')
    for (let n = 0; n < 2; n += 1) expect((await keep('a@example.test', id)).kind).toBe('sent')
    const answer = await theMarket().request('/dev/inbox.json')
    const { items } = await answer.json<{ items: { id: string; recipient: string }[] }>()
    expect(items.filter((one) => one.id === id)).toMatchObject([{ recipient: 'a@example.test' }])
  })

  it('shows what each way’s provider would have been asked', async () => {
    const { clock } = theMarket()
    const ways = localWays(() => open(), clock)
    const message = {
      ...{ id: newId('dlv'), locale: 'en' as const, title: 'Paid', body: 'We have it.' },
      ...{ url: 'http://127.0.0.1:8788/orders/1', unsubscribeUrl: null },
    }
    const asked: Record<string, Asked['request']> = {}
    for (const [way, send] of Object.entries(ways)) {
      const id = `${message.id}_${way}`
      await send({ to: '+66812345678' }, { ...message, id })
      const { items } = await (await theMarket().request('/dev/inbox.json')).json<Listed>()
      asked[way] = items.find((one) => one.id === id)?.request ?? {}
    }
    const { url } = message
    expect(asked).toMatchObject({
      email: { to: ['+66812345678'], subject: 'Paid' },
      sms: { msisdn: '0812345678', sender: 'Talat', message: `Talat: Paid ${url}` },
      line: { to: '+66812345678', messages: [{ type: 'text' }] },
      web_push: { id: `${message.id}_web_push`, title: 'Paid', body: 'We have it.', url },
      fcm: { message: { token: '+66812345678', data: { url } } },
      expo: { to: '+66812345678', data: { url } },
    })
  })

  it('as a page on which nothing that was sent can run', async () => {
    await keep('b@example.test')
    const answer = await theMarket().request('/dev/inbox')
    expect(answer.headers.get('content-type')).toMatch(/text\/html/)
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
    const page = await answer.text()
    expect(page).toContain('b@example.test')
    expect(page).not.toContain('<script>')
  })

  it('is not there in production', async () => {
    const {
      STRIPE_API_BASE: _,
      STRIPE_JS_URL: __,
      LINE_LOGIN_BASE: ____,
      PASSWORD_COST: ___,
      ...ours
    } = theMarket().bindings
    const own = { ...ours, ...productionVariables, DATABASE: theMarket().kind } as unknown as Env
    for (const path of ['/dev/inbox', '/dev/inbox.json']) {
      const request = new Request(`https://talat.co.th${path}`)
      const answer = await createApi().fetch(request, own, createExecutionContext())
      expect(answer.status, path).toBe(404)
    }
  })
})
