import { exportJWK, exportPKCS8, generateKeyPair, importJWK, jwtVerify } from 'jose'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { base64url, fromBase64url } from '#src/common/id.ts'
import { createLog } from '#src/common/log.ts'
import { boundEmail, resendEmail } from '#src/services/notification/channels/email.ts'
import { linePush } from '#src/services/notification/channels/line.ts'
import { expoPush, fcmPush } from '#src/services/notification/channels/phone-push.ts'
import { failOver, thaiBulkSms, twilioSms } from '#src/services/notification/channels/sms.ts'
import { encryptFor, webPush } from '#src/services/notification/channels/web-push.ts'
import type { Outgoing, Send } from '#src/services/notification/index.ts'
import { letterOf } from '#src/services/notification/templates/letter.ts'

const MESSAGE: Outgoing = {
  ...{ id: 'dlv_01', locale: 'en', title: 'Order TL-1 is paid', body: 'We have your ฿1.' },
  ...{ url: 'https://talat.example/en/orders/1', unsubscribeUrl: 'https://talat.example/api/u' },
}
const PHONE = { to: '+66812345678' }

type Call = { url: string; headers: Headers; body: string; redirect: string | undefined }

/** Answers every call of a provider with these, one after the other, the last one for good. */
function providers(...answers: (Response | Error)[]) {
  const calls: Call[] = []
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const body = init?.body
    const text = body instanceof Uint8Array ? base64url(body) : String(body)
    calls.push({
      url: String(input),
      headers: new Headers(init?.headers as Record<string, string>),
      body: text,
      redirect: init?.redirect,
    })
    const answer = answers[Math.min(calls.length, answers.length) - 1]
    if (answer instanceof Error) throw answer
    return answer?.clone() ?? new Response(null, { status: 500 })
  })
  return calls
}
const says = (status: number, body: unknown = {}, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers })
const late = () => Object.assign(new Error('late'), { name: 'TimeoutError' })

afterEach(() => {
  vi.restoreAllMocks()
})

const WAYS: [string, Send][] = [
  ['Resend', async (...of) => await resendEmail({ apiKey: 're_1', from: 'T <a@b.c>' })(...of)],
  [
    'ThaiBulkSMS',
    async (...of) => await thaiBulkSms({ key: 'k', secret: 's', sender: 'Talat' })(...of),
  ],
  ['Twilio', async (...of) => await twilioSms({ account: 'AC1', token: 't', from: '+1' })(...of)],
  ['Expo', async (...of) => await expoPush({ accessToken: undefined })(...of)],
  ['LINE', async (...of) => await linePush({ channelToken: 'l' })(...of)],
]

describe.each(WAYS)('%s', (_, send) => {
  it.each([
    [400, { kind: 'refused', reason: 'http_400' }],
    [422, { kind: 'refused', reason: 'http_422' }],
    [302, { kind: 'refused', reason: 'http_302' }],
    [401, { kind: 'unavailable', reason: 'http_401' }],
    [429, { kind: 'unavailable', reason: 'http_429', afterMs: 7000 }],
    [500, { kind: 'unavailable', reason: 'http_500' }],
    [503, { kind: 'unavailable', reason: 'http_503' }],
  ])('tells what ends a message from what passes: %i', async (status, outcome) => {
    const headers = status === 429 ? { 'retry-after': '7' } : {}
    const calls = providers(says(status, { message: 'somchai@example.test' }, headers))
    expect(await send(PHONE, MESSAGE)).toEqual(outcome)
    expect(calls[0]?.redirect).toBe('manual')
    expect(calls[0]?.url).toMatch(/^https:/)
  })

  it('that does not answer is tried again', async () => {
    providers(late())
    expect(await send(PHONE, MESSAGE)).toEqual({ kind: 'unavailable', reason: 'timed_out' })
    vi.restoreAllMocks()
    providers(new TypeError('network'))
    expect(await send(PHONE, MESSAGE)).toEqual({ kind: 'unavailable', reason: 'not_reached' })
  })
})

describe('An email', () => {
  it('by Resend carries its id as the key, and its own way out (RFC 8058)', async () => {
    const calls = providers(says(200, { id: 'em_1' }))
    const send = resendEmail({ apiKey: 're_1', from: 'Talat <a@b.c>' })
    expect(await send({ to: 'a@example.test' }, MESSAGE)).toEqual({ kind: 'sent', ref: 'em_1' })
    const [call] = calls
    expect(call?.headers.get('idempotency-key')).toBe('dlv_01')
    expect(JSON.parse(call?.body ?? '')).toMatchObject({
      ...{ from: 'Talat <a@b.c>', to: ['a@example.test'], subject: MESSAGE.title },
      headers: {
        'List-Unsubscribe': '<https://talat.example/api/u>',
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    })
  })

  it('by the binding says what it is called, and is tried again when it fails', async () => {
    const log = createLog({}, () => undefined)
    const answer = vi.fn().mockResolvedValue({ messageId: 'm1' })
    const send = boundEmail({ send: answer } as never, 'a@b.c', log)
    expect(await send({ to: 'a@example.test' }, MESSAGE)).toEqual({ kind: 'sent', ref: 'm1' })
    answer.mockRejectedValue(new Error('down'))
    expect((await send({ to: 'a@example.test' }, MESSAGE)).kind).toBe('unavailable')
  })

  it('never begins another header, and shows what it was given as text', () => {
    const hostile = 'Hi\r\nBcc: all@example.test\u2028X: y <script>alert(1)</script>"\''
    const letter = letterOf({ ...MESSAGE, title: hostile, body: hostile, url: 'https://x/"><b>' })
    expect(letter.subject).not.toMatch(/[\r\n\u2028]/)
    expect(letter.html).not.toContain('<script>')
    expect(letter.html).not.toContain('"><b>')
    expect(letter.text).toContain('<script>')
  })

  it('without a way out names none', () => {
    const letter = letterOf({ ...MESSAGE, unsubscribeUrl: null })
    expect(letter.html).not.toContain('/api/u')
    expect(letter.text).not.toContain('/api/u')
  })
})

describe('A text message', () => {
  const thai = thaiBulkSms({ key: 'k', secret: 's', sender: 'Talat' })
  const twilio = twilioSms({ account: 'AC1', token: 't', from: '+1' })
  const taken = says(201, { phone_number_list: [{ message_id: 'th1' }], bad_phone_number_list: [] })

  it('goes to the number as Thailand dials it', async () => {
    const calls = providers(taken)
    expect(await thai(PHONE, MESSAGE)).toEqual({ kind: 'sent', ref: 'th1' })
    const form = new URLSearchParams(calls[0]?.body)
    expect(form.get('msisdn')).toBe('0812345678')
    expect(form.get('message')).toBe(`Talat: ${MESSAGE.title} ${MESSAGE.url}`)
  })

  it('to a number that is none is not tried again', async () => {
    providers(says(201, { phone_number_list: [], bad_phone_number_list: [{ number: 'x' }] }))
    expect(await thai(PHONE, MESSAGE)).toEqual({ kind: 'refused', reason: 'bad_number' })
  })

  it('goes by the second provider when the first cannot be reached, and only then', async () => {
    const calls = providers(late(), says(201, { sid: 'SM1' }))
    expect(await failOver(thai, twilio)(PHONE, MESSAGE)).toEqual({ kind: 'sent', ref: 'SM1' })
    expect(calls.map(({ url }) => new URL(url).host)).toEqual([
      'api-v2.thaibulksms.com',
      'api.twilio.com',
    ])
    vi.restoreAllMocks()
    const again = providers(says(400))
    expect((await failOver(thai, twilio)(PHONE, MESSAGE)).kind).toBe('refused')
    expect(again).toHaveLength(1)
  })
})

describe('A push', () => {
  it('is encrypted as the standard’s own example (RFC 8291, appendix A)', async () => {
    const x = 'BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIg'
    const ours = fromBase64url(`${x}Dll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8`)
    const jwk = {
      ...{ kty: 'EC', crv: 'P-256', d: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw' },
      ...{ x: base64url(ours.slice(1, 33)), y: base64url(ours.slice(33)), ext: true },
    }
    const { d: _, ...open } = jwk
    const curve = { name: 'ECDH', namedCurve: 'P-256' }
    const pair = {
      privateKey: await crypto.subtle.importKey('jwk', jwk, curve, true, ['deriveBits']),
      publicKey: await crypto.subtle.importKey('jwk', open, curve, true, []),
    } as CryptoKeyPair
    const theirs = 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcx'
    const body = await encryptFor(
      {
        p256dh: fromBase64url(`${theirs}aOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4`),
        auth: fromBase64url('BTBZMqHH6r4Tts7J_aSIgg'),
      },
      new TextEncoder().encode('When I grow up, I want to be a watermelon'),
      { salt: fromBase64url('DGv6ra1nlYgDCS1FRnbzlw'), pair },
    )
    expect(base64url(body)).toBe(
      [
        'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml',
        'mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT',
        'pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
      ].join(''),
    )
  })

  it('to a browser is signed for its push service alone (RFC 8292), and ends with the subscription', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
    const key = await exportJWK(privateKey)
    const send = webPush({ key, subject: 'mailto:ops@talat.example' })
    const browser = {
      to: 'https://fcm.googleapis.com/fcm/send/abc',
      p256dh:
        'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    }
    const calls = providers(new Response(null, { status: 201 }))
    expect(await send(browser, MESSAGE)).toEqual({ kind: 'sent', ref: null })
    const headers = calls[0]?.headers
    expect(headers?.get('content-encoding')).toBe('aes128gcm')
    expect(headers?.get('topic')).toBe('dlv_01')
    const [, token = ''] = /^vapid t=([^,]+), k=/.exec(headers?.get('authorization') ?? '') ?? []
    const { payload } = await jwtVerify(token, await importJWK(await exportJWK(publicKey), 'ES256'))
    expect(payload).toMatchObject({
      ...{ aud: 'https://fcm.googleapis.com', sub: 'mailto:ops@talat.example' },
    })
    for (const status of [404, 410]) {
      vi.restoreAllMocks()
      providers(new Response(null, { status }))
      expect(await send(browser, MESSAGE)).toEqual({ kind: 'refused', reason: 'gone', gone: true })
    }
  })

  it('by Firebase asks for its access token once an hour', async () => {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true })
    const account = {
      ...{ project_id: 'talat', client_email: 'push@talat.iam' },
      private_key: await exportPKCS8(privateKey),
    }
    let now = 0
    const send = fcmPush(account, () => now)
    const calls = providers(
      says(200, { access_token: 'ya29' }),
      says(200, { name: 'projects/talat/messages/1' }),
      says(404),
      says(200, { access_token: 'ya30' }),
      says(200, { name: 'projects/talat/messages/2' }),
    )
    const ref = 'projects/talat/messages/1'
    expect(await send({ to: 't' }, MESSAGE)).toEqual({ kind: 'sent', ref })
    expect(await send({ to: 't' }, MESSAGE)).toEqual({
      kind: 'refused',
      reason: 'gone',
      gone: true,
    })
    now += 51 * 60 * 1000
    expect((await send({ to: 't' }, MESSAGE)).kind).toBe('sent')
    expect(calls.map(({ headers }) => headers.get('authorization'))).toEqual([
      ...[null, 'Bearer ya29', 'Bearer ya29', null, 'Bearer ya30'],
    ])
  })

  it('by Expo to a device that is gone says so, and a rate is a passing thing', async () => {
    const error = (name: string) =>
      says(200, { data: { status: 'error', details: { error: name } } })
    providers(error('DeviceNotRegistered'), error('MessageRateExceeded'), error('MessageTooBig'))
    const send = expoPush({ accessToken: 'x' })
    const outcomes = [
      await send({ to: 't' }, MESSAGE),
      await send({ to: 't' }, MESSAGE),
      await send({ to: 't' }, MESSAGE),
    ]
    expect(outcomes).toEqual([
      { kind: 'refused', reason: 'gone', gone: true },
      { kind: 'unavailable', reason: 'expo_MessageRateExceeded' },
      { kind: 'refused', reason: 'expo_MessageTooBig' },
    ])
  })

  it('by LINE has the same retry key each time, and what was taken before counts as sent', async () => {
    const calls = providers(says(200), says(409))
    const send = linePush({ channelToken: 'l' })
    expect((await send({ to: 'U1' }, MESSAGE)).kind).toBe('sent')
    expect((await send({ to: 'U1' }, MESSAGE)).kind).toBe('sent')
    const keys = calls.map(({ headers }) => headers.get('x-line-retry-key'))
    expect(new Set(keys).size).toBe(1)
    expect(keys[0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  })
})
