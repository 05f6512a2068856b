import { type LoaderFunctionArgs, redirect } from '@remix-run/cloudflare'
import { accountOf } from '../door.server.ts'
import { localePath } from '../locale.ts'
import { settleAll } from '../problem.server.ts'

/**
 * The way to LINE and back. Without a code it leads to LINE's door; with what LINE adds to the address
 * it links the account. The address may be opened by anybody's link: the state says whose errand it is.
 */
export async function loader({ context, request }: LoaderFunctionArgs) {
  await accountOf(context, request)
  const { api, locale } = context
  const { searchParams } = new URL(request.url)
  const [code, state] = [searchParams.get('code'), searchParams.get('state')]
  const back = (outcome: string, to = locale) =>
    redirect(localePath(to, `/account/notifications?line=${outcome}`))
  if (searchParams.has('error')) throw back('cancelled')
  if (code === null || state === null) {
    const door = await settleAll(api.notifications.lineDoor())
    throw door.ok ? redirect(door.value.url) : back('failed')
  }
  const linked = await settleAll(api.notifications.linkLine({ code, state }))
  throw linked.ok ? back('linked', linked.value.locale) : back('failed')
}
