import { describe, expect, it } from 'vitest'
import {
  type PaymentProvider,
  ProviderRefused,
  ProviderUnavailable,
} from '#src/order/payment/provider.ts'
import { withCircuit } from '#src/order/payment/providers/circuit.ts'

/** A provider whose next answers are given; it counts how often it was asked. */
function provider(answers: ('answers' | 'silent' | 'refuses')[]) {
  let asked = 0
  const answer = async () => {
    const next = answers[asked]
    asked += 1
    if (next === 'silent') throw new ProviderUnavailable(new Error('timed out'))
    if (next === 'refuses') throw new ProviderRefused('no', undefined)
    return undefined
  }
  const calls = { start: answer, fetch: answer, cancel: answer, refund: answer }
  const port = { name: 'stripe', methods: [], livemode: false, ...calls, fetchRefund: answer }
  return { circuit: withCircuit(port as unknown as PaymentProvider, 3), asked: () => asked }
}

async function outcomes(circuit: PaymentProvider, times: number): Promise<string[]> {
  const said: string[] = []
  for (let n = 0; n < times; n += 1) {
    const call = n % 2 === 0 ? circuit.cancel('pi_1') : circuit.fetchRefund('re_1')
    said.push(
      await call.then(
        () => 'answer',
        (error: Error) => error.name,
      ),
    )
  }
  return said
}

describe('A provider', () => {
  it('that is silent three times in a row is not asked again', async () => {
    const { circuit, asked } = provider(['answers', 'silent', 'silent', 'silent', 'answers'])
    const said = await outcomes(circuit, 8)
    expect(said.slice(1)).toEqual(Array.from({ length: 7 }, () => 'ProviderUnavailable'))
    expect(asked()).toBe(4)
  })

  it('that answers in between, be it with a no, is asked on', async () => {
    const { circuit, asked } = provider(
      Array.from({ length: 12 }, (_, n) => (n % 3 === 2 ? 'refuses' : 'silent')),
    )
    await outcomes(circuit, 12)
    expect(asked()).toBe(12)
  })
})
