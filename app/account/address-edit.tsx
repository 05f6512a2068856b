import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/cloudflare'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTexts } from '../components/use-locale.ts'
import { accountOf } from '../door.server.ts'
import { addresses as addressesTexts } from '../messages/addresses.ts'
import { messagesIn } from '../messages/index.ts'
import { privatePage } from '../seo/page-meta.ts'
import { AddressForm } from './address-form.tsx'
import { saveAddress } from './address-save.server.ts'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  await accountOf(context, request)
  const { items, max } = await context.api.addresses.book()
  const address = items.find(({ id }) => id === params.id)
  if (address === undefined) throw new Response(null, { status: 404 })
  const { site, addresses } = messagesIn(context.locale)
  return data({ title: site.titled(addresses.editTitle), address, max })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

export async function action({ context, params, request }: ActionFunctionArgs) {
  await accountOf(context, request)
  return await saveAddress(context, await request.formData(), params.id ?? '')
}

export default function EditAddressPage() {
  const { address, max } = useLoaderData<typeof loader>()
  const addresses = useTexts(addressesTexts)
  const refused = useActionData<typeof action>()
  return (
    <AddressForm
      key={address.id}
      title={addresses.editTitle}
      address={address}
      mayBeDefault={!address.isDefault}
      max={max}
      refused={refused}
    />
  )
}
