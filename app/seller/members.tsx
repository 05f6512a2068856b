import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/cloudflare'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { Link } from '../components/link.tsx'
import { Note } from '../components/note.tsx'
import { useTexts } from '../components/use-locale.ts'
import { messagesIn } from '../messages/index.ts'
import { refusalIn, staff as staffTexts } from '../messages/staff.ts'
import { privatePage } from '../seo/page-meta.ts'
import { deskOf } from './desk.server.ts'
import { InviteForm } from './invite-form.tsx'
import { MemberRow } from './member-row.tsx'
import { actOnMember } from './members.server.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { shop, userId } = await deskOf(context, request)
  const { site, staff } = messagesIn(context.locale)
  return data({
    title: site.titled(staff.people),
    shop,
    userId,
    people: await context.api.staff.list(shop.id),
  })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

export async function action({ context, request }: ActionFunctionArgs) {
  const { shop, userId } = await deskOf(context, request)
  return await actOnMember(context, { shopId: shop.id, userId }, await request.formData())
}

/** Who works for the shop. */
export default function MembersPage() {
  const { shop, userId, people } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const texts = useTexts(staffTexts)
  const [params] = useSearchParams()
  const heading = useRef<HTMLHeadingElement>(null)
  const done = (['invited', 'role', 'removed'] as const).find((one) => one === params.get('done'))
  const step = `${params.get('done')} ${people.items.length}`
  const before = useRef(step)
  // The pressed button may be gone with the person it stood at.
  useEffect(() => {
    if (before.current !== step && document.activeElement === document.body)
      heading.current?.focus()
    before.current = step
  }, [step])
  const isInvite = refused?.act === 'invite'
  return (
    <div className="page pt-4 pb-10">
      <Link to={`/seller?shop=${shop.id}`} className="text-link tap-link min-w-11">
        {texts.desk}
      </Link>
      <h1 ref={heading} tabIndex={-1} className="focus-visible:outline-none">
        {texts.people}{' '}
        <span className="font-normal font-sans text-muted text-sm">
          {texts.count(people.items.length)}
        </span>
      </h1>
      <div role="status" className="*:mt-3">
        {done === undefined || refused !== undefined ? null : (
          <Note kind="ok">{texts.done[done]}</Note>
        )}
      </div>
      {refused === undefined || isInvite ? null : (
        <div className="mt-3">
          <Note kind="bad" role="alert">
            {refusalIn(texts, refused.problem)}
          </Note>
        </div>
      )}
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <ul className="stack gap-3">
          {people.items.map((member) => (
            <MemberRow
              key={`${member.userId} ${member.role} ${member.status}`}
              member={member}
              shopId={shop.id}
              isOwn={member.userId === userId}
              asked={params.get('remove') === member.userId}
            />
          ))}
        </ul>
        {people.invitable.length === 0 ? null : (
          <InviteForm
            key={done === 'invited' ? people.items.length : 0}
            shopId={shop.id}
            roles={people.invitable}
            refused={isInvite ? refused : undefined}
          />
        )}
      </div>
    </div>
  )
}
