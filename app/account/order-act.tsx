import { Form, useNavigation } from '@remix-run/react'
import { useState } from 'react'

type CancelProps = {
  order: { id: string; groupId: string }
  submitKey: string
  text: string
}

/** Gives up an unpaid order: its key is minted with the page, so two presses are one. */
export function CancelOrder({ order, submitKey, text }: CancelProps) {
  const [key] = useState(submitKey)
  const busy = useNavigation().formMethod === 'POST'
  return (
    <Form method="post" preventScrollReset onSubmit={(press) => busy && press.preventDefault()}>
      <input type="hidden" name="orderId" value={order.id} />
      <input type="hidden" name="groupId" value={order.groupId} />
      <input type="hidden" name="key" value={`${key}-cancel-${order.id}`} />
      <button type="submit" aria-disabled={busy} className="button bad">
        {text}
      </button>
    </Form>
  )
}
