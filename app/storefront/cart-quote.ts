import { type ActionFunctionArgs, redirect } from '@remix-run/cloudflare'
import { localePath } from '../locale.ts'
import { shippingIn } from './shipping-choice.ts'
import { readVouchers } from './voucher-choice.server.ts'

/** Nothing to see here: prices are asked for by the checkout. */
export const loader = ({ context }: ActionFunctionArgs) =>
  redirect(localePath(context.locale, '/cart'))

/** What the vouchers take off with the ways to send it that are chosen; null when that is not known. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const fields = [...form].filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  )
  return Response.json(await readVouchers(context, shippingIn(Object.fromEntries(fields))))
}
