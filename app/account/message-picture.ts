import type { LoaderFunctionArgs } from '@remix-run/cloudflare'

const KEPT = ['content-type', 'content-length', 'cache-control', 'content-security-policy']

/** A picture of a talk, by the session of whoever looks: an image asks with no token of its own. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const found = await context.api.uploads.read(params.roomId ?? '', params.pictureId ?? '')
  if (!found.ok) throw new Response(null, { status: found.status === 401 ? 404 : found.status })
  const headers = new Headers()
  for (const name of KEPT) {
    const value = found.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  return new Response(found.body, { headers })
}
