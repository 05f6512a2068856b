import { Await } from '@remix-run/react'
import { ChevronRight } from 'lucide-react'
import { Suspense } from 'react'
import { Link } from '../components/link.tsx'
import { OrderState } from '../components/order-state.tsx'
import { Thumb } from '../components/picture.tsx'
import { ProductCard } from '../components/product-card.tsx'
import { useTexts } from '../components/use-locale.ts'
import { chat as chatTexts } from '../messages/chat.ts'
import type { ProductCard as Card, ListedOrder } from '../shapes.ts'

const SHOWN_ORDERS = 4
const SHOWN_GOODS = 4

type MessageSideProps = { orders: Promise<ListedOrder[]>; goods: Promise<Card[]> }

/** What there is between a shopper and the shop beside their talk: orders, and things to ask about. */
export function MessageSide({ orders, goods }: MessageSideProps) {
  const texts = useTexts(chatTexts)
  return (
    <aside className="chat-side" aria-label={texts.context}>
      <h2 className="text-base!">{texts.ordersHere}</h2>
      <Suspense fallback={<div className="skeleton mt-2 h-16" />}>
        <Await resolve={orders} errorElement={null}>
          {(own) =>
            own.length === 0 ? (
              <p className="mt-1 text-muted text-xs">{texts.noOrdersHere}</p>
            ) : (
              <ul className="mt-1">
                {own.slice(0, SHOWN_ORDERS).map((order) => (
                  <li key={order.id}>
                    <OrderRow order={order} />
                  </li>
                ))}
              </ul>
            )
          }
        </Await>
      </Suspense>
      <Suspense fallback={null}>
        <Await resolve={goods} errorElement={null}>
          {(things) =>
            things.length === 0 ? null : (
              <section className="mt-4 border-line border-t pt-4">
                <h2 className="mb-2 text-base!">{texts.goodsHere}</h2>
                <ul className="card-grid gap-2.5! [--grid-cards:2]!">
                  {things.slice(0, SHOWN_GOODS).map((thing) => (
                    <ProductCard key={thing.id} product={thing} />
                  ))}
                </ul>
              </section>
            )
          }
        </Await>
      </Suspense>
    </aside>
  )
}

function OrderRow({ order }: { order: ListedOrder }) {
  return (
    <Link
      to={`/orders/${order.id}?group=${order.groupId}`}
      className="flex min-h-16 items-center gap-3 rounded-sm hover:bg-sunken"
    >
      <Thumb src={order.lines[0]?.imageUrl} size="s" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-display font-semibold tabular-nums">
          {order.number}
        </span>
        <OrderState status={order.status} asks={order.paymentStatus !== 'cod'} />
      </span>
      <ChevronRight size={20} aria-hidden="true" className="flex-none" />
    </Link>
  )
}
