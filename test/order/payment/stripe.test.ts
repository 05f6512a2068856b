import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ProviderRefused, ProviderUnavailable } from '#src/order/payment/provider.ts'
import { stripeProvider } from '#src/order/payment/providers/stripe.ts'

const REFUND = { id: 'rfd_1', chargeRef: 'pi_1', amountSatang: 1000 }

describe('A refund that Stripe does not take', () => {
  let status = 400
  const server = createServer((_, answer) => {
    answer.writeHead(status, { 'content-type': 'application/json' })
    answer.end(JSON.stringify({ error: { type: 'invalid_request_error', message: 'no' } }))
  })
  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  })
  afterAll(() => {
    server.close()
  })

  const refusal = async (said: number) => {
    status = said
    const { port } = server.address() as AddressInfo
    const provider = stripeProvider({
      secretKey: 'sk_sim_talat',
      publishableKey: 'pk_sim_talat',
      webhookSecrets: [],
      scriptUrl: '',
      apiBase: `http://127.0.0.1:${port}`,
    })
    return await provider.refund(REFUND as Parameters<typeof provider.refund>[0]).then(
      () => undefined,
      (error: unknown) => error,
    )
  }

  it('because of this money ends', async () => {
    expect(await refusal(400)).toBeInstanceOf(ProviderRefused)
  })

  it.each([401, 403])('because of our key (%i) is asked for again', async (said) => {
    expect(await refusal(said)).toBeInstanceOf(ProviderUnavailable)
  })
})
