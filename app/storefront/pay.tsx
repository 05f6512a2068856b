import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  redirectDocument,
} from '@remix-run/cloudflare'
import {
  type ClientLoaderFunctionArgs,
  isRouteErrorResponse,
  useActionData,
  useLoaderData,
} from '@remix-run/react'
import { useEffect } from 'react'
import { Note } from '../components/note.tsx'
import { useTexts } from '../components/use-locale.ts'
import { keptIdempotencyKey, newIdempotencyKey } from '../idempotency.ts'
import { useChannel } from '../live/use-channel.ts'
import { localePath } from '../locale.ts'
import { errors as errorsTexts, sentence } from '../messages/errors.ts'
import { messagesIn } from '../messages/index.ts'
import { pay as payTexts } from '../messages/pay.ts'
import { readPaymentChoice } from '../payment-choice.server.ts'
import { settle } from '../problem.server.ts'
import { privatePage } from '../seo/page-meta.ts'
import { orderToken } from '../session.server.ts'
import { EndedPanel, PaidPanel } from './pay-ended.tsx'
import { PayPanel } from './pay-panel.tsx'
import { PaySides } from './pay-sides.tsx'
import { allowProvider } from './provider.server.ts'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { api, jar, locale, session } = context
  const id = params.orderGroupId ?? ''
  const { orderGroup, payment } = await api.orders.readGroup(id)
  if (orderGroup.paymentStatus === 'cod') throw redirect(localePath(locale, `/order-groups/${id}`))
  allowProvider(context, payment.nextAction)
  const { site, pay } = messagesIn(locale)
  return data({
    title: site.titled(pay.orderNumber(orderGroup.number)),
    orderGroup,
    payment,
    // A guest's own right to this order, needed once more to listen; the page is theirs alone.
    orderToken: (await session.read()) === null ? orderToken(jar, id) : null,
    key: newIdempotencyKey(),
    now: Date.now(),
    reached: true,
  })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

/** Pays again, or another way. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const id = params.orderGroupId ?? ''
  const form = await request.formData()
  const choice = readPaymentChoice(form.get('payment'))
  if (choice === null) return data({ problem: 'payment_method_unavailable' }, { status: 400 })
  const key = keptIdempotencyKey(form.get('key'))
  const tried = await settle(context.api.orders.payAgain(id, choice, key))
  if (!tried.ok) return data({ problem: tried.problem.code }, { status: tried.problem.status })
  throw redirectDocument(localePath(context.locale, `/checkout/pay/${id}`))
}

let last: { id: string; loaded: Awaited<ReturnType<typeof read>> } | null = null
const read = async (load: ClientLoaderFunctionArgs['serverLoader']) => await load<typeof loader>()

/** While nothing can be reached, what was last known stays in sight: money may be on its way. */
export async function clientLoader({ params, serverLoader }: ClientLoaderFunctionArgs) {
  try {
    return { ...(await read(serverLoader)), reached: true }
  } catch (failure) {
    const gone = isRouteErrorResponse(failure) ? failure.status < 500 : failure instanceof Response
    if (gone || last === null || last.id !== params.orderGroupId) throw failure
    return { ...last.loaded, reached: false }
  }
}

/** Nothing more can happen to the money of such a group. */
const isSettled = (paymentStatus: string): boolean => paymentStatus !== 'pending_payment'

export default function PayPage() {
  const loaded = useLoaderData<typeof loader & typeof clientLoader>()
  const { orderGroup, payment, orderToken, key, now } = loaded
  useEffect(() => {
    last = { id: orderGroup.id, loaded }
  }, [orderGroup.id, loaded])
  const result = useActionData<typeof action>()
  const pay = useTexts(payTexts)
  const errors = useTexts(errorsTexts)
  const settled = isSettled(orderGroup.paymentStatus)
  const live = useChannel({
    channel: `order-group:${orderGroup.id}`,
    orderToken,
    active: !settled,
  })
  return (
    <div className="page pt-4">
      <p className="mb-3 font-display font-semibold text-muted">
        {pay.orderNumber(orderGroup.number)}
      </p>
      <div className="with-side">
        <div className="stack gap-4">
          {result?.problem === undefined ? null : (
            <Note kind="bad" role="alert">
              {sentence(errors, result.problem)}
            </Note>
          )}
          {orderGroup.paymentStatus === 'paid' ? (
            <PaidPanel group={orderGroup} />
          ) : settled ? (
            <EndedPanel group={orderGroup} guest={orderToken !== null} />
          ) : (
            <PayPanel
              group={orderGroup}
              payment={payment}
              submitKey={key}
              now={now}
              live={live}
              reached={loaded.reached}
            />
          )}
        </div>
        <PaySides group={orderGroup} payment={payment} settled={settled} />
      </div>
    </div>
  )
}
