import type { LoaderFunctionArgs } from '@remix-run/cloudflare'
import type { ClientLoaderFunctionArgs, ShouldRevalidateFunction } from '@remix-run/react'
import { pricedBy } from './shipping-choice.ts'
import { readVouchers } from './voucher-choice.server.ts'

/** What a basket costs with what is chosen, and whether cash is taken; null when that is not known. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const chosen = Object.fromEntries(new URL(request.url).searchParams)
  return Response.json(await readVouchers(context, pricedBy(chosen)))
}

/** Without an answer nothing is known, and the page stays as it is: the checkout has the last word. */
export async function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return await serverLoader<typeof loader>().catch(() => null)
}

// Whoever shows it asks again when a choice changes.
export const shouldRevalidate: ShouldRevalidateFunction = () => false
