import { ask, basic, plain, textAt } from '../http.ts'
import type { Outgoing, Send } from '../index.ts'
import { shortText } from '../templates/letter.ts'

/** What ThaiBulkSMS is asked to send; it takes numbers as Thailand dials them. */
export const thaiBulkBody = (sender: string, to: string, message: Outgoing) => ({
  ...{ msisdn: to.replace(/^\+66/, '0'), message: shortText(message), sender },
})

/**
 * Text messages by ThaiBulkSMS, v2 (developer.thaibulksms.com). It says of each number whether it was
 * taken, and has no idempotency key.
 */
export const thaiBulkSms =
  ({ key, secret, sender }: { key: string; secret: string; sender: string }): Send =>
  async ({ to }, message) => {
    const answer = await ask('https://api-v2.thaibulksms.com/sms', {
      headers: { authorization: basic(key, secret), accept: 'application/json' },
      body: new URLSearchParams(thaiBulkBody(sender, to, message)),
    })
    if (answer.kind !== 'accepted') return plain(answer)
    const ref = textAt(answer.body, 'phone_number_list', 0, 'message_id')
    return ref === null ? { kind: 'refused', reason: 'bad_number' } : { kind: 'sent', ref }
  }

/** Text messages by Twilio (twilio.com/docs/messaging/api/message-resource). */
export const twilioSms =
  ({ account, token, from }: { account: string; token: string; from: string }): Send =>
  async ({ to }, message) => {
    const answer = await ask(
      `https://api.twilio.com/2010-04-01/Accounts/${encodeURIComponent(account)}/Messages.json`,
      {
        headers: { authorization: basic(account, token) },
        body: new URLSearchParams({ To: to, From: from, Body: shortText(message) }),
      },
    )
    if (answer.kind === 'accepted') return { kind: 'sent', ref: textAt(answer.body, 'sid') }
    return plain(answer)
  }

/**
 * The second provider when the first cannot be reached. Neither has an idempotency key: of a first whose
 * answer was lost the second may send the same again, which is better than no message.
 */
export const failOver =
  (first: Send, second: Send): Send =>
  async (address, message) => {
    const outcome = await first(address, message)
    return outcome.kind === 'unavailable' ? await second(address, message) : outcome
  }
