import { expect, it, vi } from 'vitest'
import { describeEachMarket } from '#test/support/market.ts'
import { brokenDatabase, requestWith } from '#test/support/payer.ts'
import { PASSWORD } from '#test/support/shopper.ts'

describeEachMarket('A query that fails', (theMarket) => {
  const linesOf = async (path: string, init: RequestInit) => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const answer = await requestWith(theMarket(), brokenDatabase(theMarket()), path, init)
    const lines = error.mock.calls.map(([line]) => String(line))
    error.mockRestore()
    return { status: answer.status, text: await answer.text(), lines }
  }

  it('is in the log and not in the answer, and what it was given is in neither', async () => {
    const body = { email: 'somchai.secret@example.test', password: PASSWORD, name: 'สมชาย ลับลับ' }
    const { status, text, lines } = await linesOf('/api/auth/register', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(status).toBeGreaterThanOrEqual(500)
    expect(lines.join()).toContain('request.failed')
    for (const secret of ['somchai.secret', PASSWORD, 'สมชาย', 'scrypt']) {
      expect(lines.join()).not.toContain(secret)
      expect(text).not.toContain(secret)
    }
    expect(text).not.toMatch(/insert into/i)
  })

  it('makes the Worker unready, and the log names what does not answer', async () => {
    const { status, lines } = await linesOf('/api/health/ready', {})
    expect(status).toBe(503)
    const said = lines.map((line) => JSON.parse(line))
    expect(said).toContainEqual(
      expect.objectContaining({
        event: 'probe.failed',
        name: 'database',
        errorName: expect.any(String),
      }),
    )
  })
})
