import { Form, useLocation, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import { Button } from '../components/button.tsx'
import { Dialog, useDialog } from '../components/dialog.tsx'
import { useMessages } from '../components/use-locale.ts'

type CancelProps = {
  order: { id: string; groupId: string }
  /** What is given up, as the dialog names it: the order or its whole group. */
  number: string
  submitKey: string
}

/**
 * Gives up an unpaid order once a dialog has named it; without scripts the first press does.
 * Its key is minted with the page, so two presses are one.
 */
export function CancelOrder({ order, number, submitKey }: CancelProps) {
  const { order: texts } = useMessages()
  const [key] = useState(submitKey)
  const { pathname, search } = useLocation()
  const busy = useNavigation().formMethod === 'POST'
  const dialog = useDialog()
  return (
    <Form method="post" action={pathname + search} preventScrollReset onSubmit={dialog.close}>
      <input type="hidden" name="orderId" value={order.id} />
      <input type="hidden" name="groupId" value={order.groupId} />
      <input type="hidden" name="key" value={`${key}-cancel-${order.id}`} />
      <Button
        type="submit"
        kind="bad"
        busy={busy && texts.cancelling}
        onClick={(press) => {
          press.preventDefault()
          dialog.show()
        }}
      >
        {texts.cancelAll}
      </Button>
      <Dialog
        ref={dialog.ref}
        // A number is read in one piece.
        title={texts.cancelTitle(number.replaceAll('-', '\u2011'))}
        actions={
          <>
            <Button kind="quiet" onClick={dialog.close}>
              {texts.cancelNo}
            </Button>
            <Button type="submit" kind="bad">
              {texts.cancelYes}
            </Button>
          </>
        }
      >
        <p>{texts.cancelText}</p>
      </Dialog>
    </Form>
  )
}
