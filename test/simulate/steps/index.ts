import type { Step } from '../world.ts'
import { answerCancel, askToCancel } from './ask-to-cancel.ts'
import { consumeMessages } from './consume-messages.ts'
import { dispute } from './dispute.ts'
import { cancelOrder, receiveOrder, wantMoreTime } from './give-up-or-receive.ts'
import { grantRefund } from './grant-refund.ts'
import { letDaysPass, passTime } from './pass-time.ts'
import { pay } from './pay.ts'
import { payAgain } from './pay-again.ts'
import { placeOrder } from './place-order.ts'
import { planSale } from './plan-sale.ts'
import { putInCart } from './put-in-cart.ts'
import { refreshSession } from './refresh-session.ts'
import { retryRefund } from './retry-refund.ts'
import { jobs } from './run-jobs.ts'
import { sendAgain } from './send-again.ts'
import { sendParcel } from './send-parcel.ts'
import { settleRefund } from './settle-refund.ts'
import { takeWebhook } from './take-webhook.ts'

/** Everything that can happen in a simulation. */
export const STEPS: readonly Step[] = [
  planSale,
  putInCart,
  placeOrder,
  sendAgain,
  pay,
  payAgain,
  takeWebhook,
  consumeMessages,
  cancelOrder,
  askToCancel,
  answerCancel,
  sendParcel,
  receiveOrder,
  wantMoreTime,
  grantRefund,
  dispute,
  settleRefund,
  retryRefund,
  refreshSession,
  jobs,
  passTime,
  letDaysPass,
]
