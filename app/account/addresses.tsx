import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/cloudflare'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { MapPin, Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { LinkButton } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useTexts } from '../components/use-locale.ts'
import { accountOf } from '../door.server.ts'
import { account as accountTexts } from '../messages/account.ts'
import { addresses as addressesTexts } from '../messages/addresses.ts'
import { errors as errorsTexts, sentence } from '../messages/errors.ts'
import { messagesIn } from '../messages/index.ts'
import { privatePage } from '../seo/page-meta.ts'
import { actOnAddress } from './address-list.server.ts'
import { AddressRow } from './address-row.tsx'
import { useListFocus } from './use-list-focus.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  await accountOf(context, request)
  const { items, max } = await context.api.addresses.book()
  const { site, addresses } = messagesIn(context.locale)
  return data({ title: site.titled(addresses.title), items, max })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

export async function action({ context, request }: ActionFunctionArgs) {
  await accountOf(context, request)
  return await actOnAddress(context, await request.formData())
}

export default function AddressesPage() {
  const { items, max } = useLoaderData<typeof loader>()
  const addresses = useTexts(addressesTexts)
  const account = useTexts(accountTexts)
  const heading = useRef<HTMLHeadingElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const [params] = useSearchParams()
  useListFocus(list, heading, items)
  const room = items.length < max
  return (
    <div className="page">
      <div className="stack gap-3">
        <div>
          <PageHead
            trail={[{ to: '/profile', name: account.profileTitle }]}
            title={addresses.title}
            aside={items.length === 0 ? undefined : addresses.count(items.length, max)}
            action={
              room && items.length > 0 ? (
                <LinkButton to="/addresses/new" kind="line" icon={Plus}>
                  {addresses.add}
                </LinkButton>
              ) : null
            }
            heading={heading}
          />
          <Outcome />
        </div>
        {room ? null : <Note>{addresses.full(max)}</Note>}
        {items.length === 0 ? (
          <EmptyState
            icon={MapPin}
            action={<LinkButton to="/addresses/new">{addresses.add}</LinkButton>}
          >
            {addresses.empty}
          </EmptyState>
        ) : (
          <ul ref={list} className="stack gap-3 lg:grid-cols-2 lg:gap-4">
            {items.map((address) => (
              <AddressRow
                key={address.id}
                address={address}
                asked={params.get('remove') === address.id}
              />
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

/** How the last press, here or on an address's own page, ended. */
function Outcome() {
  const addresses = useTexts(addressesTexts)
  const errors = useTexts(errorsTexts)
  const result = useActionData<typeof action>()
  const [params] = useSearchParams()
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  const done = result?.done ?? (params.get('done') === 'saved' ? 'saved' : null)
  // With scripts a toast says that one is gone, and brings it back.
  const told = done === 'removed' && scripted ? null : done
  if (result?.problem != null) {
    const text = result.problem === 'not_found' ? addresses.gone : sentence(errors, result.problem)
    return (
      <div className="mt-3">
        <Note kind="bad" role="alert">
          {text}
        </Note>
      </div>
    )
  }
  return (
    <div role="status" className="*:mt-3">
      {told === null ? null : <Note kind="ok">{addresses.done[told]}</Note>}
    </div>
  )
}
