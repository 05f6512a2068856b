import { expect, it } from 'vitest'
import { MINUTE_MS, SECOND_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { placeAt, stallOf } from '#test/support/payer.ts'
import { expectSound } from '#test/support/soundness.ts'

describeEachMarket('Paying again', (theMarket, open) => {
  const stall = stallOf(theMarket, open)

  const chargesOf = (attemptId: string) =>
    theMarket()
      .provider.simulation.intents.list()
      .map(({ wire }) => wire)
      .filter(({ metadata }) => metadata.attempt_id === attemptId)

  const payAgain = async (groupId: string, method = 'promptpay', key: string = newId('req')) => {
    const { token } = (await stall()).shopper
    const body = { provider: 'stripe', method }
    return await theMarket().call('POST', `/order-groups/${groupId}/payments`, { token, key, body })
  }

  it('from ten tabs at once leaves one try open, and every other charge is ended', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId } = await placeAt(market, await stall())
    const methods = ['promptpay', 'card']
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => payAgain(groupId, methods[n % 2])),
    )
    await market.rest()
    for (const { status, body } of answers) {
      expect([201, 409], JSON.stringify(body)).toContain(status)
      if (status === 409) expect(body.code).toBe('conflict')
    }
    expect(answers.some(({ status }) => status === 201)).toBe(true)
    await Promise.all([market.jobs(), market.jobs()])
    const { attempts } = await expectSound(db, market, groupId)
    const [alive] = attempts.filter(({ openGroupId }) => openGroupId !== null)
    for (const { id } of attempts) {
      const statuses = new Set(chargesOf(id).map(({ status }) => status === 'canceled'))
      expect(statuses).toEqual(new Set([id !== alive?.id]))
    }
    await market.control(`/payment_intents/${alive?.providerRef}/approve`)
    await market.deliver()
    expect((await expectSound(db, market, groupId)).group.paymentStatus).toBe('paid')
  })

  it('with the key of another try and the same body answers that try, and opens none', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId } = await placeAt(market, await stall())
    const key = newId('req')
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => payAgain(groupId, 'card', key)),
    )
    const done = answers.filter(({ status }) => status === 201)
    const last = await payAgain(groupId, 'card', key)
    for (const { body } of done) expect(body).toEqual(last.body)
    const other = await payAgain(groupId, 'promptpay', key)
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused'])
    await market.rest()
    expect((await expectSound(db, market, groupId)).attempts).toHaveLength(2)
  })

  it('is refused once the time is over, even before the group has expired', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId } = await placeAt(market, await stall())
    market.pass(30 * MINUTE_MS + SECOND_MS)
    const answer = await payAgain(groupId)
    expect([answer.status, answer.body.code]).toEqual([409, 'transition_refused'])
    await market.jobs()
    expect((await expectSound(db, market, groupId)).group.paymentStatus).toBe('expired')
    expect((await payAgain(groupId)).body.code).toBe('transition_refused')
  })

  it('by a provider that is not there is refused and makes no try', async () => {
    const [db, market] = [open(), theMarket()]
    const { groupId } = await placeAt(market, await stall())
    const { token } = (await stall()).shopper
    const answer = await market.call('POST', `/order-groups/${groupId}/payments`, {
      token,
      key: newId('req'),
      body: { provider: 'omise', method: 'promptpay' },
    })
    expect([answer.status, answer.body.code]).toEqual([422, 'payment_method_unavailable'])
    expect((await expectSound(db, market, groupId)).attempts).toHaveLength(1)
  })
})
