import { type LoaderFunctionArgs, redirect } from '@remix-run/cloudflare'
import { localePath } from '../locale.ts'

/** The operators' first page is what happens now. */
export async function loader({ context }: LoaderFunctionArgs) {
  throw redirect(localePath(context.locale, '/admin/feed'))
}

/** Never seen: it is here so that what goes wrong is told inside the operators' frame. */
export default function AdminHome() {
  return null
}
