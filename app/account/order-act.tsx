import { Form, useNavigation } from '@remix-run/react'
import { Check } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { buttonClass } from '../components/button.tsx'

type OrderActProps = {
  act: 'cancel' | 'received' | 'cancel-request' | 'more-time'
  order: { id: string; groupId: string; number: string }
  submitKey: string
  /** On the button that asks, what it asks, and on the button that does it. */
  texts: { open: string; ask: string; confirm: string }
  /** The one of the screen that moves an order on is marigold; a second one is not. */
  first?: boolean
  /** What else it asks, before the button that does it. */
  children?: ReactNode
}

/** Giving up is red; saying that it is there moves on, and only the first on a screen is marigold. */
const KINDS: Partial<Record<OrderActProps['act'], 'bad' | 'line'>> = {
  cancel: 'bad',
  'cancel-request': 'bad',
  'more-time': 'line',
}

/**
 * Something with an order that cannot be undone: asks first, with no script needed. Its key is minted
 * with the page, so two presses are one.
 */
export function OrderAct({ act, order, submitKey, texts, first = true, children }: OrderActProps) {
  const [key] = useState(submitKey)
  const busy = useNavigation().formMethod === 'POST'
  const received = act === 'received'
  const kind = KINDS[act] ?? (first ? 'forward' : 'line')
  return (
    <details className="act open:basis-full">
      {/* Giving up is a quiet word among the actions; what does it is red. */}
      <summary
        className={`${buttonClass({ kind: received ? kind : 'ghost' })} ${received ? '' : 'text-muted'}`}
      >
        {received ? <Check size={20} strokeWidth={1.9} aria-hidden="true" /> : null}
        {texts.open}
        <span className="sr-only"> {order.number}</span>
      </summary>
      <Form
        method="post"
        preventScrollReset
        onSubmit={(press) => busy && press.preventDefault()}
        className="mt-2 grid justify-items-start gap-3 rounded-sm bg-sunken p-3"
      >
        <input type="hidden" name="act" value={act} />
        <input type="hidden" name="orderId" value={order.id} />
        <input type="hidden" name="groupId" value={order.groupId} />
        <input type="hidden" name="key" value={`${key}-${act}-${order.id}`} />
        <p>{texts.ask}</p>
        {children}
        <button type="submit" aria-disabled={busy} className={buttonClass({ kind })}>
          {texts.confirm}
        </button>
      </Form>
    </details>
  )
}
