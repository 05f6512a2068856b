import { env } from 'cloudflare:workers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SETTINGS } from '#src/config/settings.ts'
import { EXAMPLES } from './examples.ts'
import {
  asRequest,
  type Operation,
  operationsOf,
  readDocument,
  type Sent,
} from './open-document.ts'
import { answered, faults, type Judged, problemFaults } from './oracle.ts'
import { type Kind, openWorld, type World } from './world.ts'

const operations = operationsOf(await readDocument({ ...env }))
const withBody = operations.filter(({ body }) => body !== undefined)

const DEEP = 10_000
const bytes = (...parts: (string | number[])[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...utf8(part)] : part)))
const utf8 = (text: string) => new TextEncoder().encode(text)

/** Bodies that are no JSON object of any operation. `valid` is the JSON of a valid request. */
const MALFORMED: [string, (valid: string) => string | Uint8Array<ArrayBuffer>][] = [
  ['blank', () => '  \n'],
  ['an open brace', () => '{'],
  ['cut in the middle', (valid) => valid.slice(0, valid.length / 2)],
  ['trailing bytes', (valid) => `${valid}x`],
  ['a second document', (valid) => `${valid}\n${valid}`],
  ['a trailing comma', (valid) => valid.replace(/\}$/, ',}')],
  ['single quotes', (valid) => valid.replaceAll('"', "'")],
  ['a comment', (valid) => `/* x */${valid}`],
  ['NaN', () => '{"quantity":NaN}'],
  ['a number', () => '1'],
  ['a text', () => '"x"'],
  ['null', () => 'null'],
  ['an array', (valid) => `[${valid}]`],
  ['deep arrays', () => '['.repeat(DEEP) + ']'.repeat(DEEP)],
  ['deep objects', () => `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`],
  ['a deep extra field', (v) => v.replace('{', `{"x":${'['.repeat(DEEP)}${']'.repeat(DEEP)},`)],
  ['many keys', () => `{${Array.from({ length: 5000 }, (_, n) => `"k${n}":1`).join()}}`],
  ['a byte that is no UTF-8', (valid) => bytes(valid.slice(0, -1), ',"x":"', [0xff], '"}')],
  ['a cut UTF-8 sequence', () => bytes('{"name":"', [0xe0, 0xb8], '"}')],
  ['an overlong UTF-8 sequence', () => bytes('{"name":"', [0xc0, 0xaf], '"}')],
  ['a surrogate as UTF-8', () => bytes('{"name":"', [0xed, 0xa0, 0x80], '"}')],
  ['UTF-16', (valid) => bytes([0xff, 0xfe, ...[...valid].flatMap((c) => [c.charCodeAt(0), 0])])],
  ['gzip', () => bytes([0x1f, 0x8b, 8, 0, 0, 0, 0, 0])],
  ['a form', () => 'email=a%40example.test&quantity=1'],
  ['XML with an entity', () => '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
]

const OTHER_TYPES = [
  'text/plain',
  'text/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  'application/json-seq',
  'application/jsonp',
  'application/octet-stream',
  'json',
  '*/*',
  'application/json, text/plain',
]

for (const kind of ['d1', 'postgres'] as const satisfies readonly Kind[]) {
  describe(`A body, on ${kind}`, () => {
    let world: World
    const valid = new Map<string, Sent>()
    beforeAll(async () => {
      world = await openWorld(kind)
      for (const { key } of withBody) {
        const sent = await EXAMPLES[key]?.[0]?.make(world)
        if (sent !== undefined) valid.set(key, sent)
      }
      await world.market.rest()
    }, 60_000)
    afterAll(async () => await world.close())

    const send = async (operation: Operation, init: RequestInit): Promise<Judged> => {
      const request = asRequest(operation, valid.get(operation.key) ?? nothing)
      const headers = new Headers({ ...Object.fromEntries(request.headers), ...init.headers })
      if (new Headers(init.headers).get('content-type') === '') headers.delete('content-type')
      const changed = { ...init, method: operation.method, headers }
      return await answered(world.market.fetch(new Request(request.url, changed)))
    }

    const refused = async (name: string, status: number, make: (o: Operation) => RequestInit) => {
      const before = await world.count()
      const found: string[] = []
      for (const operation of withBody) {
        const answer = await send(operation, make(operation))
        const say = (fault: string) => found.push(`${operation.key}: ${name}: ${fault}`)
        faults(operation, answer).forEach(say)
        if (answer.status !== status) say(`answers ${answer.status}`)
        const { code } = answer.body as { code: string }
        if (/UTF|cut|trailing/.test(name) && code !== 'malformed_json') say(`is ${code}`)
      }
      await world.market.rest()
      expect(found).toEqual([])
      expect(await world.count()).toEqual(before)
    }

    it.each(MALFORMED)('that is %s is refused by every operation', async (name, malform) => {
      await refused(name, 400, ({ key }) => ({
        body: malform(JSON.stringify(valid.get(key)?.body)),
      }))
    })

    it.each(OTHER_TYPES)('of type %s is a 415 of every operation', async (type) => {
      await refused(type, 415, ({ key }) => ({
        body: JSON.stringify(valid.get(key)?.body),
        headers: { 'content-type': type },
      }))
    })

    it('without a type is a 415 of every operation', async () => {
      await refused('no type', 415, ({ key }) => ({
        body: utf8(JSON.stringify(valid.get(key)?.body)),
        headers: { 'content-type': '' },
      }))
    })

    it('of 1 MB is a 413 of every operation', async () => {
      await refused('1 MB', 413, () => ({ body: JSON.stringify({ x: 'a'.repeat(2 ** 20) }) }))
    })

    it('of 10 MB without a length is cut off at the limit, and a 413', async () => {
      await refused('10 MB', 413, () => {
        const { body } = endless(10 * 2 ** 20)
        return { body, duplex: 'half' } as RequestInit
      })
      const { body, pulled } = endless(10 * 2 ** 20)
      const [first] = withBody
      if (first !== undefined) await send(first, { body, duplex: 'half' } as RequestInit)
      expect(pulled()).toBeLessThan(2 * SETTINGS.body.maxBytes + CHUNK)
    })

    it('with a key twice counts the last, as JSON.parse does', async () => {
      const shopper = { authorization: `Bearer ${world.shopper.token}` }
      const { variantId } = world.product
      const body = `{"variantId":"${variantId}","quantity":1,"quantity":-5}`
      const headers = { ...shopper, 'content-type': 'application/json' }
      const answer = await answered(
        world.market.request('/api/cart/lines', { method: 'POST', headers, body }),
      )
      expect(answer.status).toBe(400)
    })

    it('of a webhook is refused without a signature, whatever it is', async () => {
      const before = await world.count()
      const found: string[] = []
      const big = 'a'.repeat(SETTINGS.body.webhookMaxBytes + 1)
      const bodies = [...MALFORMED.map(([, make]) => make('{"id":"evt_1"}')), '{}', big]
      for (const [provider, body] of ['stripe', 'omise', 'x'].flatMap((p) =>
        bodies.map((b) => [p, b] as const),
      )) {
        for (const signature of ['', 't=1,v1=00', 't=x', ',,,=', 't=,v1=']) {
          const headers = new Headers()
          if (signature !== '') headers.set('stripe-signature', signature)
          const url = `/api/webhooks/${provider}`
          const answer = await answered(
            world.market.request(url, { method: 'POST', headers, body }),
          )
          const { status, body: problem, text } = answer
          const said = problemFaults(status, problem, text, answer.headers)
          found.push(...said.map((fault) => `${provider} ${signature}: ${fault}`))
          if (status < 400 || status >= 500) found.push(`${provider} ${signature}: ${status}`)
        }
      }
      expect(found).toEqual([])
      expect(await world.count()).toEqual(before)
    })
  })
}

const nothing: Sent = { path: {}, query: [], headers: {} }
const CHUNK = 16 * 1024

/** A stream of so many bytes that counts how many were taken. */
function endless(total: number) {
  let sent = 0
  const body = new ReadableStream({
    pull(controller) {
      if (sent >= total) return controller.close()
      sent += CHUNK
      controller.enqueue(new Uint8Array(CHUNK).fill(0x20))
    },
  })
  return { body, pulled: () => sent }
}
