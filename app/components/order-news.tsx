import { formatDate, formatDateTime } from '../format/date.ts'
import { progress as progressTexts } from '../messages/progress.ts'
import type { Order } from '../shapes.ts'
import { Note } from './note.tsx'
import { useLocale, useTexts } from './use-locale.ts'

type Texts = (typeof progressTexts)['en']

/** What a buyer has to know of an order beside its steps: what is due, asked, refused or over. */
export function OrderNews({ order, cash }: { order: Order; cash: boolean }) {
  const texts = useTexts(progressTexts)
  const locale = useLocale()
  const { status, shipBy, completesAt, cancelRequest: request } = order
  if (status === 'cancelled') {
    const why = whyCancelled(order, texts)
    return why === null ? null : <Note>{why}</Note>
  }
  if (status === 'cancel_requested' && request?.answerBy !== undefined) {
    const say = cash ? texts.request.waitingCash : texts.request.waiting
    return <Note kind="warn">{say(formatDateTime(request.answerBy, locale))}</Note>
  }
  // Of what went back whole nothing is to be sent any more.
  const back = order.refundedSatang > 0 && order.refundedSatang >= order.totalSatang
  const due = (status === 'paid' || status === 'processed') && shipBy !== undefined && !back
  const ends = status === 'delivered' && completesAt !== undefined && !cash
  return (
    <>
      {status === 'processed' && request?.state === 'refused' ? (
        <Note>{texts.request.refused(texts.reasons[request.refusal ?? 'other'])}</Note>
      ) : null}
      {due ? (
        <p className="text-muted text-xs">{texts.shipBy(formatDate(shipBy, locale))}</p>
      ) : null}
      {ends ? (
        <p className="text-muted text-xs">{texts.completesOn(formatDate(completesAt, locale))}</p>
      ) : null}
    </>
  )
}

/** Who gave it up, and why; of what was never paid nobody has to be told. */
function whyCancelled({ history = [], cancelRequest }: Order, texts: Texts): string | null {
  const last = history.findLast(({ event }) => event === 'cancelled')
  if (last === undefined) return null
  const { by, reason } = last
  if (reason === 'not_sent_in_time' || reason === 'not_answered') return texts.cancelledBy[reason]
  if (by === 'buyer') return texts.cancelledBy.buyer
  if (by !== 'seller') return texts.cancelledBy.market
  if (cancelRequest?.state === 'granted') return texts.cancelledBy.agreed
  return texts.cancelledBy.seller(texts.reasons[reason ?? 'other'])
}
