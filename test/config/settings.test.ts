import { describe, expect, it } from 'vitest'
import { type Env, readConfig } from '#src/config/env.ts'
import { orderCaps } from '#src/config/settings.ts'

const variables = {
  PUBLIC_ORIGIN: 'https://talat.example',
  SESSION_KEY: '{}',
  TOKEN_KEY: 'x'.repeat(43),
  STRIPE_SECRET_KEY: 'sk_live_x',
  STRIPE_PUBLISHABLE_KEY: 'pk_live_x',
  STRIPE_WEBHOOK_SECRETS: 'whsec_x',
}
const capsOf = (some: Partial<Env>) => readConfig({ ...variables, ...some } as Env).orderCaps

describe('the caps on orders', () => {
  it('are these in production', () => {
    expect(capsOf({ ENVIRONMENT: 'production' })).toEqual({
      openPerAccount: 20,
      openPerGuest: 3,
      cashPerGuest: 2,
      guestOrdersPerNetwork: 60,
      paymentTriesPerGroup: 20,
    })
  })

  it('are twenty times as roomy anywhere else, unless it is said how roomy', () => {
    expect(capsOf({ ENVIRONMENT: 'development' })).toEqual(orderCaps(20))
    expect(capsOf({ ENVIRONMENT: 'test' }).openPerGuest).toBe(60)
    expect(capsOf({ ENVIRONMENT: 'test', ORDER_CAPS_TIMES: '1' })).toEqual(orderCaps(1))
  })
})
