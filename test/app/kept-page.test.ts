import { describe, expect, it } from 'vitest'
import { createStorefront } from '../../app/load-context.ts'

const never = () => Promise.reject(new Error('not called'))

/** A page for everybody whose one call to the API ends like this. */
async function pageWith(answer: () => Promise<Response>) {
  const forAll = { nonce: 'n', failed: false, asking: 0 }
  const bindings = { API: { fetch: never }, SESSION: { check: never, fetch: answer } }
  const { api } = createStorefront(new Request('https://talat.example/'), bindings, forAll)
  const call = api.categories().catch(() => undefined)
  return { forAll, call }
}

describe('A page that is made for everybody', () => {
  it.each([
    ['is refused', async () => Response.json({ code: 'rate_limited' }, { status: 429 })],
    ['breaks off', never],
  ])('is not kept when a call for a part of it %s', async (_, answer) => {
    const { forAll, call } = await pageWith(answer)
    await call
    expect(forAll).toMatchObject({ failed: true, asking: 0 })
  })

  it('is whole when every part came, and not while one is still asked for', async () => {
    let arrive: (answer: Response) => void = () => undefined
    const waiting = new Promise<Response>((resolve) => {
      arrive = resolve
    })
    const { forAll, call } = await pageWith(() => waiting)
    await expect.poll(() => forAll.asking).toBe(1)
    arrive(Response.json({ items: [] }))
    await call
    expect(forAll).toMatchObject({ failed: false, asking: 0 })
  })
})
