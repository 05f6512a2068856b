import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/cloudflare'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTexts } from '../components/use-locale.ts'
import { accountOf } from '../door.server.ts'
import { newIdempotencyKey } from '../idempotency.ts'
import { localePath } from '../locale.ts'
import { addresses as addressesTexts } from '../messages/addresses.ts'
import { messagesIn } from '../messages/index.ts'
import { privatePage } from '../seo/page-meta.ts'
import { AddressForm } from './address-form.tsx'
import { saveAddress } from './address-save.server.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  await accountOf(context, request)
  const { items, max } = await context.api.addresses.book()
  // The list says why there is no room.
  if (items.length >= max) throw redirect(localePath(context.locale, '/addresses'))
  const { site, addresses } = messagesIn(context.locale)
  return data({
    title: site.titled(addresses.add),
    key: newIdempotencyKey(),
    mayBeDefault: items.length > 0,
    max,
  })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

export async function action({ context, request }: ActionFunctionArgs) {
  await accountOf(context, request)
  return await saveAddress(context, await request.formData(), null)
}

export default function NewAddressPage() {
  const { key, mayBeDefault, max } = useLoaderData<typeof loader>()
  const addresses = useTexts(addressesTexts)
  const refused = useActionData<typeof action>()
  return (
    <AddressForm
      title={addresses.add}
      submitKey={key}
      mayBeDefault={mayBeDefault}
      max={max}
      refused={refused}
    />
  )
}
