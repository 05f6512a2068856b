import { CircleX, Clock, Package, PackageCheck, Store, Truck } from 'lucide-react'
import { order as orderTexts } from '../messages/order.ts'
import type { OrderStatus } from '../shapes.ts'
import { Badge, type BadgeKind } from './badge.tsx'
import { useTexts } from './use-locale.ts'

const LOOKS: Record<OrderStatus, { kind: BadgeKind; icon: typeof Clock }> = {
  pending_payment: { kind: 'warn', icon: Clock },
  paid: { kind: 'leaf', icon: Store },
  processed: { kind: 'warn', icon: Package },
  shipped: { kind: 'info', icon: Truck },
  delivered: { kind: 'ok', icon: PackageCheck },
  completed: { kind: 'ok', icon: PackageCheck },
  cancel_requested: { kind: 'bad', icon: CircleX },
  cancelled: { kind: 'neutral', icon: CircleX },
}

type OrderStateProps = {
  status: OrderStatus
  /** Its buyer is asked whether it is there; of cash that was not handed on nobody is. */
  asks?: boolean
}

/** Icon and word: the state is never told by colour alone. */
export function OrderState({ status, asks = false }: OrderStateProps) {
  const order = useTexts(orderTexts)
  const awaits = asks && status === 'delivered'
  return <Badge {...LOOKS[status]}>{awaits ? order.awaitsYou : order.status[status]}</Badge>
}

/** How many of the four steps (paid, accepted, sent, with you) are behind an order. */
export function stepsDone(status: OrderStatus): number {
  switch (status) {
    case 'pending_payment':
    case 'cancelled':
      return 0
    case 'paid':
      return 1
    case 'processed':
    case 'cancel_requested':
      return 2
    case 'shipped':
      return 3
    case 'delivered':
    case 'completed':
      return 4
  }
}
