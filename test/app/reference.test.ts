import { afterEach, describe, expect, it, vi } from 'vitest'
import { refusedForm, telling } from '../../app/reference.server.ts'

const HOME = 'https://talat.example'
const args = (signal?: AbortSignal) => ({
  request: new Request(`${HOME}/orders`, signal === undefined ? {} : { signal }),
  context: { requestId: 'req-7' },
})

describe('a failure of the storefront’s own', () => {
  afterEach(() => vi.restoreAllMocks())

  it('carries the number that the log knows it by, as a refusal of the API does', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue()
    const broken = telling(() => {
      throw new TypeError('nothing of that kind')
    })
    const thrown = await Promise.resolve(broken(args())).catch((error: unknown) => error)
    expect(thrown).toBeInstanceOf(Response)
    const answer = thrown as Response
    expect([answer.status, await answer.json()]).toEqual([
      500,
      { status: 500, code: 'internal', requestId: 'req-7' },
    ])
    expect(String(log.mock.calls[0]?.[0])).toMatch(/req-7.*nothing of that kind/)
  })

  it('leaves alone what is an answer, and whoever went away', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue()
    const notFound = new Response(null, { status: 404 })
    for (const [thrown, given] of [
      [notFound, args()],
      [new Error('aborted'), args(AbortSignal.abort())],
    ] as const) {
      const handler = telling(() => {
        throw thrown
      })
      expect(await Promise.resolve(handler(given)).catch((error: unknown) => error)).toBe(thrown)
    }
    expect(log).not.toHaveBeenCalled()
  })

  it('is told of a form at the door in the language of its address, with its number', async () => {
    vi.spyOn(console, 'error').mockReturnValue()
    const told = async (path: string) => {
      const answer = refusedForm(new Request(HOME + path, { method: 'POST' }), 413, 'req-8')
      return [answer.status, await answer.text()]
    }
    expect(await told('/cart')).toEqual([413, expect.stringMatching(/ยาวเกินไป[\s\S]*รหัส req-8/)])
    expect(await told('/en/cart')).toEqual([413, expect.stringMatching(/too long[\s\S]*ref req-8/)])
  })
})
