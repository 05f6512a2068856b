import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/cloudflare'
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { Ticket } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Tickets } from '../components/tickets.tsx'
import { usePath, useTexts } from '../components/use-locale.ts'
import { useRegainedFocus } from '../components/use-regained-focus.ts'
import { accountOf } from '../door.server.ts'
import { localePath } from '../locale.ts'
import { account as accountTexts } from '../messages/account.ts'
import { errors as errorsTexts, sentence } from '../messages/errors.ts'
import { messagesIn } from '../messages/index.ts'
import { site as siteTexts } from '../messages/site.ts'
import { voucher as voucherTexts } from '../messages/voucher.ts'
import { settle } from '../problem.server.ts'
import { privatePage } from '../seo/page-meta.ts'
import type { Voucher } from '../shapes.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  await accountOf(context, request)
  const { site } = messagesIn(context.locale)
  const [mine, listed] = await Promise.all([
    context.api.vouchers.mine(),
    context.api.vouchers.list(),
  ])
  // Somebody who pressed on a ticket before they signed in: what they wanted is asked once more.
  const asked = new URL(request.url).searchParams.get('claim')
  return data({
    title: site.titled(site.myVouchers),
    asked: mine.some(({ code }) => code === asked) ? null : asked,
    now: Date.now(),
    mine,
    claimable: listed.filter(({ claimed, left }) => !claimed && left > 0),
  })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

/** Claims a voucher by its code, from here or from wherever it is shown. */
export async function action({ context, request }: ActionFunctionArgs) {
  await accountOf(context, request)
  const code = String((await request.formData()).get('code') ?? '')
  const claimed = await settle(context.api.vouchers.claim(code))
  if (claimed.ok)
    throw redirect(localePath(context.locale, `/vouchers?claimed=${claimed.value.id}`))
  return data({ problem: claimed.problem.code }, { status: claimed.problem.status })
}

export default function VouchersPage() {
  const { asked, mine, claimable, now } = useLoaderData<typeof loader>()
  const account = useTexts(accountTexts)
  const texts = useTexts(voucherTexts)
  const site = useTexts(siteTexts)
  const place = useRegainedFocus(useRef<HTMLDivElement>(null), mine.map(({ id }) => id).join())
  return (
    <div className="page">
      <div {...place} className="stack gap-5">
        <div>
          <PageHead
            trail={[{ to: '/profile', name: account.profileTitle }]}
            title={site.myVouchers}
          />
          <Outcome mine={mine} />
          {asked === null ? null : <Asked code={asked} />}
        </div>
        {mine.length === 0 ? (
          <EmptyState icon={Ticket}>{texts.noneMine}</EmptyState>
        ) : (
          <Tickets vouchers={mine} now={now} none="" />
        )}
        <section className="stack gap-3">
          <h2>{texts.claimable}</h2>
          <Tickets vouchers={claimable} now={now} none={texts.noneClaimable} />
        </section>
      </div>
    </div>
  )
}

/** How the last claim went. */
function Outcome({ mine }: { mine: Voucher[] }) {
  const texts = useTexts(voucherTexts)
  const errors = useTexts(errorsTexts)
  const refused = useActionData<typeof action>()
  const [params] = useSearchParams()
  if (refused !== undefined) {
    const text = refused.problem === 'not_found' ? texts.unknown : sentence(errors, refused.problem)
    return (
      <div className="mt-3">
        <Note kind="bad" role="alert">
          {text}
        </Note>
      </div>
    )
  }
  const taken = mine.find(({ id }) => id === params.get('claimed'))
  return (
    <div role="status" className="*:mt-3">
      {taken === undefined ? null : <Note kind="ok">{texts.taken(taken.title)}</Note>}
    </div>
  )
}

/** The ticket that was pressed on the way in. */
function Asked({ code }: { code: string }) {
  const texts = useTexts(voucherTexts)
  const path = usePath()
  return (
    <Form method="post" action={path('/vouchers')} className="mt-3 flex items-center gap-3">
      <input type="hidden" name="code" value={code} />
      <Button type="submit" icon={Ticket}>
        {texts.claimNamed(code)}
      </Button>
    </Form>
  )
}
