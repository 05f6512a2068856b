import type { Storefront } from '../load-context.ts'
import type { NextAction } from '../shapes.ts'

/** What Stripe's real script needs besides its own origin: its API, and the banks' 3-D Secure frames. */
const STRIPE = {
  script: 'https://js.stripe.com',
  frames: ['https://hooks.stripe.com', 'https://*.js.stripe.com'],
  calls: ['https://api.stripe.com'],
}

/** Opens this one page to what the payment's next step comes from, and no further. */
export function allowProvider({ allowed }: Storefront, nextAction: NextAction | undefined): void {
  if (nextAction?.type === 'card_form') {
    const { origin } = new URL(nextAction.scriptUrl)
    allowed.scripts.add(origin)
    allowed.frames.add(origin)
    allowed.calls.add(origin)
    if (origin === STRIPE.script) {
      for (const frame of STRIPE.frames) allowed.frames.add(frame)
      for (const call of STRIPE.calls) allowed.calls.add(call)
    }
  }
  if (nextAction?.type === 'promptpay_qr' && URL.canParse(nextAction.qrImageUrl)) {
    allowed.images.add(new URL(nextAction.qrImageUrl).origin)
  }
}
