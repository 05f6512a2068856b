import type { OrderEvent, OrderStatus } from '../shapes.ts'
import { stepsDone } from './order-state.tsx'
import { Timeline } from './timeline.tsx'
import { useMessages } from './use-locale.ts'

/** The statuses that end each step, to find when it happened. */
const ENDED_BY = [['paid'], ['processed'], ['shipped'], ['delivered', 'completed']]

type OrderTimelineProps = { status: OrderStatus; cash: boolean; history?: OrderEvent[] }

/** The four steps of an order; one that was cancelled has none. */
export function OrderTimeline({ status, cash, history = [] }: OrderTimelineProps) {
  const { order } = useMessages()
  if (status === 'cancelled') return null
  const done = stepsDone(status)
  const names = cash ? [order.codStep, ...order.steps.slice(1)] : order.steps
  return (
    <Timeline
      steps={names.map((name, index) => ({
        name,
        done: index < done,
        at: history.find((event) => ENDED_BY[index]?.includes(event.status))?.at,
      }))}
    />
  )
}
