import { Note } from '../components/note.tsx'
import { Price } from '../components/price.tsx'
import { useTexts } from '../components/use-locale.ts'
import type { ListenState } from '../live/use-channel.ts'
import { pay as payTexts } from '../messages/pay.ts'
import { site as siteTexts } from '../messages/site.ts'
import type { OrderGroup, Payment } from '../shapes.ts'
import { attemptEnd } from './attempt-end.ts'
import { CardForm } from './card-form.tsx'
import { PayAgain } from './pay-again.tsx'
import { PayHead } from './pay-head.tsx'
import { OfflineNote, useDisconnected } from './pay-offline.tsx'
import { QrCode } from './qr-code.tsx'

type PayPanelProps = {
  group: OrderGroup
  payment: Payment
  submitKey: string
  now: number
  live: ListenState
  /** Whether the last look at the API came through. */
  reached: boolean
}

/** The one way to pay that is open now, and the others below it. */
export function PayPanel({ group, payment, submitKey, now, live, reached }: PayPanelProps) {
  const pay = useTexts(payTexts)
  const site = useTexts(siteTexts)
  const action = payment.nextAction
  const ended = attemptEnd(payment)
  const over = ended !== null
  const disconnected = useDisconnected()
  const offline = live === 'lost' || disconnected || !reached
  const checking = !over && payment.status === 'processing'
  const title = {
    promptpay_qr: pay.scanTitle,
    card_form: pay.cardTitle,
    redirect: pay.otherTitle,
  }[action?.type ?? 'redirect']

  return (
    <>
      <section className="card stack gap-4 p-4 lg:p-6">
        <PayHead
          title={ended !== null ? pay.endedTitle[ended] : checking ? pay.checkingTitle : title}
          until={over ? group.expiresAt : payment.expiresAt}
          placedAt={group.placedAt}
          now={now}
          live={offline ? 'lost' : live}
          awaited={!over}
        />
        {offline ? <OfflineNote /> : null}
        {ended !== null ? (
          <Note kind={ended === 'declined' ? 'bad' : 'warn'} role="status">
            <span className="block font-display font-semibold">{pay.ended[ended][0]}</span>
            {pay.ended[ended][1]}
          </Note>
        ) : checking ? (
          <Note role="status">{pay.processing}</Note>
        ) : action?.type === 'promptpay_qr' ? (
          <QrCode action={action} totalSatang={group.totalSatang} />
        ) : action?.type === 'card_form' ? (
          <CardForm
            key={payment.id}
            action={action}
            clientSecret={payment.clientSecret ?? ''}
            totalSatang={group.totalSatang}
            declined={payment.failureCode !== undefined}
          />
        ) : (
          <div className="grid justify-items-center gap-3">
            <Price satang={group.totalSatang} size="x" full />
            {action?.type === 'redirect' ? (
              <a href={action.url} className="button forward large">
                {pay.openBank}
              </a>
            ) : null}
          </div>
        )}
        <noscript>
          <p className="note">
            <span>
              {pay.noScript}{' '}
              <a href={`?again=${now}`} className="text-link underline">
                {pay.refresh}
              </a>
            </span>
          </p>
        </noscript>
      </section>
      <PayAgain
        key={`${payment.id}-${payment.status}`}
        submitKey={submitKey}
        current={over ? '' : `${payment.provider}:${payment.method}`}
        forward={over}
      />
      <p className="sr-only">{site.escrow}</p>
    </>
  )
}
