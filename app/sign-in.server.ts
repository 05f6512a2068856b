import { type Greeting, greetNext } from './greeting.server.ts'
import type { Storefront } from './load-context.ts'
import { goNext } from './next.server.ts'
import type { SignedInUser } from './session.server.ts'

/** After a sign-in: the guest's basket is poured into the account's, and the shopper goes on. */
export async function enterWith(
  storefront: Storefront,
  signedIn: { user: SignedInUser; accessToken: string },
  next: unknown,
  greeting: Greeting,
): Promise<Response> {
  storefront.session.become(signedIn)
  greetNext(storefront.jar, greeting)
  // A basket that cannot be merged now is merged by the next call that carries its token.
  await storefront.api.cart.read().catch(() => undefined)
  return goNext(storefront.locale, next)
}
