import type { SendEmail } from '@cloudflare/workers-types'
import { describeError, type Log } from '#src/common/log.ts'
import { SETTINGS } from '#src/config/settings.ts'
import { ask, plain, textAt } from '../http.ts'
import type { Outgoing, Send } from '../index.ts'
import { letterOf, wayOut } from '../templates/letter.ts'

/** What Resend is asked to send. */
export const resendBody = (from: string, to: string, message: Outgoing) => ({
  ...{ from, to: [to], headers: wayOut(message) },
  ...letterOf(message),
})

/** Email by Resend (resend.com/docs/api-reference/emails): the same key within a day sends one. */
export const resendEmail =
  ({ apiKey, from }: { apiKey: string; from: string }): Send =>
  async ({ to }, message) => {
    const answer = await ask('https://api.resend.com/emails', {
      headers: {
        authorization: `Bearer ${apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': message.id,
      },
      body: JSON.stringify(resendBody(from, to, message)),
    })
    if (answer.kind === 'accepted') return { kind: 'sent', ref: textAt(answer.body, 'id') }
    return plain(answer)
  }

/** Email by the `send_email` binding. It has no key: a lost answer may send a letter twice. */
export const boundEmail =
  (binding: SendEmail, from: string, log: Log): Send =>
  async ({ to }, message) => {
    try {
      const letter = { from, to, ...letterOf(message), headers: wayOut(message) }
      const { messageId } = await withinTime(binding.send(letter))
      return { kind: 'sent', ref: messageId }
    } catch (error) {
      log.error('email.not_sent', describeError(error))
      return { kind: 'unavailable', reason: 'binding_failed' }
    }
  }

async function withinTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    const { providerTimeoutMs } = SETTINGS.notification
    timer = setTimeout(() => reject(new Error('timed out')), providerTimeoutMs)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
