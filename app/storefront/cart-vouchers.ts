import { type ActionFunctionArgs, redirect } from '@remix-run/cloudflare'
import { localePath } from '../locale.ts'
import { changeVouchers } from './voucher-choice.server.ts'

/** Nothing to see here: the basket is a page of its own. */
export const loader = ({ context }: ActionFunctionArgs) =>
  redirect(localePath(context.locale, '/cart'))

/** Changes which vouchers the basket uses; the basket says what each of them does. */
export async function action({ context, request }: ActionFunctionArgs) {
  await changeVouchers(context, await request.formData())
  return redirect(localePath(context.locale, '/cart#vouchers'))
}
