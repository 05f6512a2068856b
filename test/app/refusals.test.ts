import { describe, expect, it } from 'vitest'
import { refusedThere } from '../../app/account/credentials.server.ts'
import { settle, settleAll } from '../../app/problem.server.ts'

const refusal = async (status: number, headers: Record<string, string> = {}): Promise<never> => {
  const body = { code: status === 429 ? 'rate_limited' : 'overloaded', requestId: 'req_1', status }
  throw new Response(JSON.stringify(body), { status, headers })
}

describe('a refusal of the API', () => {
  it('is a value below 500, and beyond only where the form has to stay', async () => {
    expect(await settle(refusal(429))).toMatchObject({ ok: false, problem: { status: 429 } })
    await expect(settle(refusal(503))).rejects.toBeInstanceOf(Response)
    expect(await settleAll(refusal(503))).toMatchObject({
      ok: false,
      problem: { code: 'overloaded' },
    })
    await expect(settleAll(Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug')
  })

  it('says in how many minutes a next try makes sense, when it knows', async () => {
    const told = async (seconds: Record<string, string>) => {
      const outcome = await settle(refusal(429, seconds))
      if (outcome.ok) throw new RangeError('not refused')
      return refusedThere({ email: 'a@example.com' }, outcome.problem).data.minutes
    }
    expect(await told({ 'retry-after': '61' })).toBe(2)
    expect(await told({ 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' })).toBe(0)
    expect(await told({})).toBe(0)
  })

  it('calls a password easy that is refused though it is long enough', () => {
    const problem = { status: 400, code: 'validation_failed', requestId: 'req_1' }
    const typed = { name: 'มะลิ', email: 'a@example.com' }
    const easy = refusedThere(typed, { ...problem, errors: [{ path: 'password', message: '' }] })
    expect(easy.data).toMatchObject({ wrong: ['password'], weak: true, minutes: 0 })
    expect(refusedThere(typed, { ...problem, code: 'email_taken' }).data.weak).toBe(false)
  })
})
