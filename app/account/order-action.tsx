import { Form, useNavigation } from '@remix-run/react'
import { useState } from 'react'

type OrderActionProps = {
  order: { id: string; groupId: string }
  event: 'cancel' | 'received'
  submitKey: string
  text: string
}

/** A press that moves money or stock: its key is minted with the page, so two presses are one. */
export function OrderAction({ order, event, submitKey, text }: OrderActionProps) {
  const [key] = useState(submitKey)
  const busy = useNavigation().formMethod === 'POST'
  return (
    <Form method="post" preventScrollReset onSubmit={(press) => busy && press.preventDefault()}>
      <input type="hidden" name="orderId" value={order.id} />
      <input type="hidden" name="groupId" value={order.groupId} />
      <input type="hidden" name="key" value={`${key}-${event}-${order.id}`} />
      <button
        type="submit"
        name="event"
        value={event}
        aria-disabled={busy}
        className={`button ${event === 'received' ? 'forward' : 'bad'}`}
      >
        {text}
      </button>
    </Form>
  )
}
