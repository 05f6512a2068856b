import { type ActionFunctionArgs, redirect } from '@remix-run/cloudflare'
import { localePath } from '../locale.ts'
import { answerOf, setInCart } from './cart-action.server.ts'

/** Nothing to see here: the basket is a page of its own. */
export const loader = ({ context }: ActionFunctionArgs) =>
  redirect(localePath(context.locale, '/cart'))

/** Changes the basket and says how it went, for a page that shows it by itself. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const done = await setInCart(context.api.cart, form)
  return Response.json(answerOf(done, form), { status: done.ok ? 200 : done.problem.status })
}
