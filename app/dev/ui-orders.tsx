import { AddressCard } from '../components/address-card.tsx'
import { CartLine } from '../components/cart-line.tsx'
import { Countdown, TimeBar } from '../components/countdown.tsx'
import { Link } from '../components/link.tsx'
import { OrderCard } from '../components/order-card.tsx'
import { OrderState } from '../components/order-state.tsx'
import { OrderTimeline } from '../components/order-timeline.tsx'
import { Progress } from '../components/progress.tsx'
import { StepCard } from '../components/step-card.tsx'
import { Sums } from '../components/sums.tsx'
import { Tabs } from '../components/tabs.tsx'
import { useTexts } from '../components/use-locale.ts'
import { cart as cartTexts } from '../messages/cart.ts'
import { checkout as checkoutTexts } from '../messages/checkout.ts'
import { order as orderTexts } from '../messages/order.ts'
import { pay as payTexts } from '../messages/pay.ts'
import type { OrderStatus } from '../shapes.ts'
import type { Samples } from './samples.ts'
import { Row, Section, Specimen } from './specimen.tsx'

const STATUSES: OrderStatus[] = [
  'pending_payment',
  'paid',
  'processed',
  'shipped',
  'delivered',
  'completed',
  'cancel_requested',
  'cancelled',
]
const MINUTE_MS = 60_000

/** From the basket to the door. */
export function Orders({ samples }: { samples: Samples }) {
  const order = useTexts(orderTexts)
  const checkout = useTexts(checkoutTexts)
  const pay = useTexts(payTexts)
  const cart = useTexts(cartTexts)
  const { lines, address, placedAt } = samples
  return (
    <>
      <Section id="checkout" title="Basket and checkout">
        <Specimen name="Progress: first, second, last step">
          {[0, 1, 2].map((at) => (
            <Progress
              key={at}
              steps={checkout.steps.map((name) => ({ name, to: '/cart' }))}
              at={at}
            />
          ))}
        </Specimen>
        <Specimen name="CartLine: cheaper; dearer and too many; sold out; gone">
          <ul className="card">
            {lines.map((line) => (
              <CartLine key={line.id} line={line} />
            ))}
          </ul>
        </Specimen>
        <div className="grid gap-4 lg:grid-cols-3 lg:items-start">
          <StepCard id="u-step" number={1} title={checkout.address}>
            <p>
              {checkout.guestHint}{' '}
              <Link to="/sign-in" className="text-link">
                {checkout.guestSignIn}
              </Link>
            </p>
          </StepCard>
          <AddressCard title={order.deliverTo} address={address} />
          <div className="card p-4">
            <Sums
              rows={[
                { label: checkout.goods(5), value: 199_850 },
                { label: order.discount, value: -5_000, off: true },
                { label: order.shipping, value: cart.shippingLater },
              ]}
              total={{ label: order.total, satang: 194_850, note: checkout.vatIncluded }}
            />
          </div>
        </div>
        <Specimen name="Countdown and TimeBar: long, short, over">
          <div className="grid gap-3 sm:grid-cols-3">
            {[65 * MINUTE_MS, MINUTE_MS, 0].map((left) => (
              <div key={left} className="card p-4">
                <Countdown remainingMs={left} label={pay.timeLeft} said={pay.timeLeftLong} />
                <TimeBar share={left / (65 * MINUTE_MS)} />
              </div>
            ))}
          </div>
        </Specimen>
      </Section>

      <Section id="orders" title="Orders">
        <Tabs
          label={order.tabsLabel}
          tabs={Object.entries(order.tabs).map(([key, name], index) => ({
            to: `?tab=${key}`,
            name,
            current: index === 1,
            count: index,
          }))}
        />
        <Row>
          {STATUSES.map((status) => (
            <OrderState key={status} status={status} />
          ))}
        </Row>
        <Specimen name="OrderTimeline: on its way; arrived; paid on delivery">
          <div className="stack gap-4">
            {(['shipped', 'completed', 'processed'] as const).map((status) => (
              <div key={status} className="card p-4">
                <OrderTimeline
                  status={status}
                  cash={status === 'processed'}
                  history={[{ event: 'paid', status: 'paid', by: 'provider', at: placedAt }]}
                />
              </div>
            ))}
          </div>
        </Specimen>
        <div className="grid gap-3 lg:grid-cols-2">
          <OrderCard order={samples.order('pending_payment')} now={Date.parse(placedAt)} />
          <OrderCard order={samples.order('delivered')} now={Date.parse(placedAt)} />
        </div>
      </Section>
    </>
  )
}
