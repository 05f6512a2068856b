import { describe, expect, it } from 'vitest'
import { edgeCache, type Freshness, type SharedCache } from '#src/cache/edge.ts'

const KEY = 'https://talat.example/.kept/x'
const PAGES: Freshness = { memoryMs: 2_000, freshMs: 10_000, staleMs: 60_000 }

/** A data centre with as many isolates as are opened; each answer says which one it is. */
function dataCentre({ broken = false } = {}) {
  let now = 1_000_000
  let made = 0
  const stored = new Map<string, Response>()
  const tasks: Promise<unknown>[] = []
  const anew = () => {
    made += 1
    return `answer ${made}`
  }
  const fails = () => {
    if (broken) throw new Error('no cache today')
  }
  const shared: SharedCache = {
    async match(key) {
      fails()
      return stored.get(key)?.clone()
    },
    async put(key, answer) {
      fails()
      stored.set(key, answer)
    },
  }
  return {
    stored,
    pass: (ms: number) => {
      now += ms
    },
    isolate({ maxBytes = 1_000_000, alone = false } = {}) {
      const edge = edgeCache({
        maxBytes,
        nowMs: () => now,
        shared: () => (alone ? undefined : shared),
      })
      return async (key = KEY, freshness = PAGES, init: ResponseInit = {}, body = anew) => {
        const found = await edge.answer(
          key,
          freshness,
          async () => new Response(body(), init),
          (task) => tasks.push(task),
        )
        await Promise.all(tasks.splice(0))
        if (found.kept === null) return [await found.response.text(), 'own']
        return [await new Response(found.kept.body).text(), found.from]
      }
    },
  }
}

describe('An answer that is everybody’s', () => {
  it('comes from the isolate for two seconds, then from the data centre', async () => {
    const { isolate, pass } = dataCentre()
    const ask = isolate()
    expect(await ask()).toEqual(['answer 1', 'miss'])
    pass(1999)
    expect(await ask()).toEqual(['answer 1', 'memory'])
    pass(1)
    expect(await ask()).toEqual(['answer 1', 'edge'])
    expect(await ask()).toEqual(['answer 1', 'memory'])
  })

  it('is shared by the isolates of a data centre', async () => {
    const { isolate } = dataCentre()
    await isolate()()
    expect(await isolate()()).toEqual(['answer 1', 'edge'])
  })

  it('is kept by an isolate only once it is asked for again', async () => {
    const { isolate } = dataCentre()
    await isolate()()
    const ask = isolate()
    expect([await ask(), await ask(), await ask()].map(([, from]) => from)).toEqual([
      'edge',
      'edge',
      'memory',
    ])
  })

  it('is renewed behind the visitor’s back once it is not fresh, and made anew once it is old', async () => {
    const { isolate, pass } = dataCentre()
    const ask = isolate()
    await ask()
    pass(10_000)
    expect(await ask()).toEqual(['answer 1', 'edge'])
    expect(await ask()).toEqual(['answer 2', 'memory'])
    pass(60_000)
    expect(await ask()).toEqual(['answer 3', 'miss'])
  })

  it('is looked for by one request, while the others go on with what there is', async () => {
    const { isolate, pass } = dataCentre()
    const ask = isolate()
    await ask()
    pass(2_000)
    const both = await Promise.all([ask(), ask()])
    expect(both.map(([, from]) => from)).toEqual(['edge', 'memory'])
  })

  it('is never given out past its time, not even while it is made anew', async () => {
    const { isolate, pass } = dataCentre()
    const ask = isolate()
    const second = { memoryMs: 1000, freshMs: 1000, staleMs: 1000 }
    await ask(KEY, second)
    pass(1000)
    const both = await Promise.all([ask(KEY, second), ask(KEY, second)])
    expect(both.map(([text]) => text)).not.toContain('answer 1')
  })

  it('is not looked for where making it is quicker, unless it is asked for again', async () => {
    const { isolate, pass } = dataCentre()
    const ask = isolate()
    const again = { ...PAGES, onlyAgain: true }
    await ask()
    const other = isolate()
    expect(await other(KEY, again)).toEqual(['answer 2', 'miss'])
    pass(2000)
    expect(await other(KEY, again)).toEqual(['answer 2', 'edge'])
  })

  it.each([
    ['a refusal', { status: 404 }],
    ['a failure', { status: 500 }],
    ['a redirect', { status: 302, headers: { location: '/' } }],
    ['an answer that sets a cookie', { headers: { 'set-cookie': 'talat_cart=x' } }],
    ['an answer that is private', { headers: { 'cache-control': 'private, max-age=5' } }],
    ['an answer that may not be stored', { headers: { 'cache-control': 'no-store' } }],
  ])('is not %s: that is made for each', async (_, init) => {
    const { isolate, stored } = dataCentre()
    const ask = isolate()
    expect(await ask(KEY, PAGES, init)).toEqual(['answer 1', 'own'])
    expect(await ask(KEY, PAGES, init)).toEqual(['answer 2', 'own'])
    expect(stored.size).toBe(0)
  })

  it('is made as if there were no cache when the cache fails, or there is none', async () => {
    for (const ask of [
      dataCentre({ broken: true }).isolate(),
      dataCentre().isolate({ alone: true }),
    ]) {
      expect((await ask())[1]).toBe('miss')
      expect((await ask())[1]).toBe('memory')
    }
  })

  it('is made anew when what the data centre has breaks off while it is read', async () => {
    const { isolate, stored } = dataCentre()
    await isolate()()
    const ask = isolate()
    await ask()
    const [kept] = stored.values()
    const broken = new ReadableStream({ pull: (stream) => stream.error(new Error('cut')) })
    const headers = new Headers(kept?.headers)
    const answer = new Response(broken, { headers })
    stored.set(KEY, Object.assign(answer, { clone: () => answer }))
    expect(await ask()).toEqual(['answer 2', 'miss'])
  })

  it('leaves memory when others need the room', async () => {
    const { isolate } = dataCentre()
    const ask = isolate({ maxBytes: 10_000, alone: true })
    const big = () => 'x'.repeat(3000)
    for (const key of ['a', 'b', 'a', 'c']) await ask(`${KEY}/${key}`, PAGES, {}, big)
    expect((await ask(`${KEY}/c`, PAGES, {}, big))[1]).toBe('memory')
    expect((await ask(`${KEY}/a`, PAGES, {}, big))[1]).toBe('miss')
    expect((await ask(`${KEY}/large`, PAGES, {}, () => 'x'.repeat(20_000)))[1]).toBe('miss')
    expect((await ask(`${KEY}/a`, PAGES, {}, big))[1]).toBe('memory')
  })
})
