import { describe, expect, it } from 'vitest'
import { type Env, readConfig } from '#src/config/env.ts'
import { orderCaps } from '#src/config/settings.ts'
import { productionVariables, testVariables } from '#test/support/test-variables.ts'

const capsOf = (variables: Record<string, string>) =>
  readConfig({ ...variables } as unknown as Env).orderCaps

describe('the caps on orders', () => {
  it('are these in production', () => {
    expect(capsOf(productionVariables)).toEqual({
      openPerAccount: 20,
      openPerGuest: 3,
      cashPerAccount: 10,
      cashPerGuest: 2,
      guestOrdersPerNetwork: 60,
      paymentTriesPerGroup: 20,
    })
  })

  it('are twenty times as roomy anywhere else, unless it is said how roomy', async () => {
    const ours = await testVariables()
    expect(capsOf({ ...ours, ENVIRONMENT: 'development' })).toEqual(orderCaps(20))
    expect(capsOf(ours).openPerGuest).toBe(60)
    expect(capsOf({ ...ours, ORDER_CAPS_TIMES: '1' })).toEqual(orderCaps(1))
  })
})
