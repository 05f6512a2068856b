import { SETTINGS } from '#src/config/settings.ts'
import { type PaymentProvider, ProviderUnavailable } from '../provider.ts'

/**
 * A provider that is not asked any more once it was silent too often in a row. It lasts as long as
 * the module it is made for: a job gives up on a provider that is down, and the next minute asks anew.
 */
export function withCircuit(
  provider: PaymentProvider,
  maxSilences: number = SETTINGS.payment.maxSilences,
): PaymentProvider {
  let silences = 0

  async function ask<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    if (silences >= maxSilences) {
      throw new ProviderUnavailable(new Error(`not asked: silent ${silences} times in a row`))
    }
    try {
      const answer = await call()
      silences = 0
      return answer
    } catch (error) {
      // A refusal is an answer as well.
      silences = error instanceof ProviderUnavailable ? silences + 1 : 0
      throw error
    }
  }

  return {
    ...provider,
    start: async (order) => await ask(() => provider.start(order)),
    fetch: async (ref) => await ask(() => provider.fetch(ref)),
    cancel: async (ref) => await ask(() => provider.cancel(ref)),
    refund: async (refund) => await ask(() => provider.refund(refund)),
    fetchDispute: async (ref) => await ask(() => provider.fetchDispute(ref)),
    fetchRefund: async (ref) => await ask(() => provider.fetchRefund(ref)),
  }
}
