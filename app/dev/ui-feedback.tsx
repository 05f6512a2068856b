import { PackageSearch } from 'lucide-react'
import { Button, LinkButton } from '../components/button.tsx'
import { Dialog, useDialog } from '../components/dialog.tsx'
import { Disclosure } from '../components/disclosure.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorState } from '../components/error-state.tsx'
import { Note } from '../components/note.tsx'
import { Loading, RowSkeleton, Skeleton } from '../components/skeleton.tsx'
import { showToast } from '../components/toast-store.ts'
import { useTexts } from '../components/use-locale.ts'
import { cart as cartTexts } from '../messages/cart.ts'
import { errors as errorsTexts } from '../messages/errors.ts'
import { order as orderTexts } from '../messages/order.ts'
import { pay as payTexts } from '../messages/pay.ts'
import { product as browseTexts } from '../messages/product.ts'
import { site as siteTexts } from '../messages/site.ts'
import type { Samples } from './samples.ts'
import { Row, Section, Specimen } from './specimen.tsx'

/** What a page says back. */
export function Feedback({ samples: { say } }: { samples: Samples }) {
  const errors = useTexts(errorsTexts)
  const browse = useTexts(browseTexts)
  const cart = useTexts(cartTexts)
  const pay = useTexts(payTexts)
  const site = useTexts(siteTexts)
  const order = useTexts(orderTexts)
  const dialog = useDialog()
  const sheet = useDialog()
  return (
    <>
      <Section id="notes" title="Notes, empty, failed, on its way">
        <Note>{pay.processing}</Note>
        <Note kind="ok">{browse.added(2)}</Note>
        <Note kind="warn">{cart.changed(2)}</Note>
        <Note kind="bad">{errors.codes.out_of_stock}</Note>
        <div className="grid gap-4 lg:grid-cols-2">
          <EmptyState
            icon={PackageSearch}
            action={
              <LinkButton to="/c/all" kind="line">
                {browse.reset}
              </LinkButton>
            }
          >
            {browse.nothing}
          </EmptyState>
          <ErrorState
            title={errors.failedTitle}
            text={errors.failedText}
            requestId="9f5d2c1e-6a0b-4b7e-9f5d-2c1e6a0b4b7e"
          >
            <Button>{errors.again}</Button>
          </ErrorState>
        </div>
        <Specimen name="Skeletons">
          <Loading>
            <Skeleton className="mb-2 h-6 w-1/3" />
            <RowSkeleton />
            <RowSkeleton />
          </Loading>
        </Specimen>
      </Section>

      <Section id="overlays" title="Dialog, sheet, toast, details">
        <Row>
          <Button kind="quiet" onClick={dialog.show}>
            Dialog
          </Button>
          <Button kind="quiet" onClick={sheet.show}>
            Sheet
          </Button>
          <Button kind="quiet" onClick={() => showToast({ text: browse.added(2) })}>
            Toast
          </Button>
          <Button
            kind="quiet"
            onClick={() =>
              showToast({
                text: cart.removed(say('ชามตราไก่', 'Rooster bowl')),
                action: { label: cart.undo, run: () => showToast({ text: browse.added(1) }) },
              })
            }
          >
            Toast +
          </Button>
        </Row>
        <Dialog
          ref={dialog.ref}
          title={order.act.cancelPaid.open}
          actions={
            <Button kind="bad" onClick={dialog.close}>
              {order.act.cancelPaid.confirm}
            </Button>
          }
        >
          <p>{order.act.cancelPaid.ask}</p>
        </Dialog>
        <Dialog ref={sheet.ref} kind="sheet" title={browse.filters}>
          <p className="min-h-60">{site.description}</p>
        </Dialog>
        <div className="card px-4">
          <Disclosure title={pay.how} name="u-details" open>
            <ol className="list-decimal pl-5">
              {pay.steps('฿359.00').map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </Disclosure>
          <Disclosure title={browse.escrowTitle} name="u-details">
            <p>{browse.escrowText}</p>
          </Disclosure>
        </div>
      </Section>
    </>
  )
}
