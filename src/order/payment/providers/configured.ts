import type { Config } from '#src/config/env.ts'
import type { PaymentProvider, ProviderName } from '../provider.ts'
import { withCircuit } from './circuit.ts'
import { stripeProvider } from './stripe.ts'

/** The providers that the configuration names. */
export function paymentProviders(config: Config): ReadonlyMap<ProviderName, PaymentProvider> {
  return new Map([
    [
      'stripe',
      withCircuit(
        stripeProvider({
          secretKey: config.STRIPE_SECRET_KEY,
          publishableKey: config.STRIPE_PUBLISHABLE_KEY,
          webhookSecrets: config.STRIPE_WEBHOOK_SECRETS,
          scriptUrl: config.STRIPE_JS_URL,
          apiBase: config.STRIPE_API_BASE,
        }),
      ),
    ],
  ])
}
