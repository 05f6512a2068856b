import { Form, useNavigation } from '@remix-run/react'
import { useState } from 'react'

type OrderActProps = {
  act: 'cancel' | 'received'
  order: { id: string; groupId: string }
  submitKey: string
  /** On the button that asks, what it asks, and on the button that does it. */
  texts: { open: string; ask: string; confirm: string }
}

/**
 * Something with an order that cannot be undone: asks first, with no script needed. Its key is minted
 * with the page, so two presses are one.
 */
export function OrderAct({ act, order, submitKey, texts }: OrderActProps) {
  const [key] = useState(submitKey)
  const busy = useNavigation().formMethod === 'POST'
  const kind = act === 'cancel' ? 'bad' : 'forward'
  return (
    <details className="open:basis-full">
      <summary className={`button cursor-pointer ${kind}`}>{texts.open}</summary>
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
        <button type="submit" aria-disabled={busy} className={`button ${kind}`}>
          {texts.confirm}
        </button>
      </Form>
    </details>
  )
}
