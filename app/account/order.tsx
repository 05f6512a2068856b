import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/cloudflare'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MessageCircle } from 'lucide-react'
import { LinkButton } from '../components/button.tsx'
import { Note } from '../components/note.tsx'
import { OrderPart } from '../components/order-part.tsx'
import { OrderSides } from '../components/order-sides.tsx'
import { PageHead } from '../components/page-head.tsx'
import { stallOf } from '../components/stall.tsx'
import { useLocale, useTexts } from '../components/use-locale.ts'
import { formatDateTime } from '../format/date.ts'
import { newIdempotencyKey } from '../idempotency.ts'
import { useChannel } from '../live/use-channel.ts'
import { errors as errorsTexts, sentence } from '../messages/errors.ts'
import { messagesIn } from '../messages/index.ts'
import { order as orderTexts } from '../messages/order.ts'
import { privatePage } from '../seo/page-meta.ts'
import { orderToken } from '../session.server.ts'
import { actOnOrder } from './order-act.server.ts'
import { OrderAct } from './order-act.tsx'
import { isOver, isPaidSomehow } from './order-headline.ts'
import { orderTrail } from './order-trail.ts'
import { PartActs } from './part-acts.tsx'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  // A guest's token is kept by group, so links to a part say which group it belongs to.
  const groupId = new URL(request.url).searchParams.get('group') ?? ''
  const { api, jar, locale, session } = context
  const order = await api.orders.read(params.id ?? '', groupId)
  const { site, order: texts } = messagesIn(locale)
  return data({
    title: site.titled(texts.title(order.number)),
    order,
    orderToken: (await session.read()) === null ? orderToken(jar, order.groupId) : null,
    key: newIdempotencyKey(),
  })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

export async function action({ context, request }: ActionFunctionArgs) {
  return await actOnOrder(context, await request.formData())
}

export default function OrderPage() {
  const { order, orderToken, key } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const texts = useTexts(orderTexts)
  const errors = useTexts(errorsTexts)
  const locale = useLocale()
  useChannel({
    channel: `order-group:${order.groupId}`,
    orderToken,
    active: !isOver([order]),
  })
  const toPay = order.paymentStatus === 'pending_payment'
  const cash = order.paymentStatus === 'cod'
  return (
    <div className="page">
      <PageHead
        trail={orderTrail(texts, orderToken !== null, order.groupId)}
        here={order.number}
        title={texts.title(order.number)}
        text={[
          texts.placedAt(formatDateTime(order.placedAt, locale)),
          ...(isPaidSomehow(order.paymentStatus, [order])
            ? [texts.payStatus[order.paymentStatus]]
            : []),
        ].join(' · ')}
      />
      <div className="with-side mt-4">
        <div className="stack gap-4">
          {result?.problem ? (
            <Note kind="bad" role="alert">
              {sentence(errors, result.problem)}
            </Note>
          ) : null}
          <OrderPart order={order} stall={stallOf(order.shop.id)} cash={cash} named>
            <LinkButton to={`/order-groups/${order.groupId}`} kind="quiet">
              {texts.viewGroup}
            </LinkButton>
            {orderToken === null ? (
              <LinkButton
                to={`/messages/new?shop=${order.shop.id}&order=${order.id}`}
                kind="quiet"
                icon={MessageCircle}
              >
                {texts.askShop}
              </LinkButton>
            ) : null}
            {toPay ? (
              <>
                <OrderAct act="cancel" order={order} submitKey={key} texts={texts.act.cancelAll} />
                <LinkButton to={`/checkout/pay/${order.groupId}`} kind="forward" reloadDocument>
                  {texts.payWhole}
                </LinkButton>
              </>
            ) : (
              <PartActs order={order} paymentStatus={order.paymentStatus} submitKey={key} first />
            )}
          </OrderPart>
        </div>
        <OrderSides address={order.address} orders={[order]} paymentStatus={order.paymentStatus} />
      </div>
    </div>
  )
}
