import type { Clock } from '#src/common/clock.ts'
import type { Database } from '#src/database/database.ts'
import { type DevMessage, keepDevMessage } from '#src/database/dev-messages.ts'
import type { Outgoing, Send, Way, Ways } from '../index.ts'
import { letterOf, shortText } from '../templates/letter.ts'
import { resendBody } from './email.ts'
import { lineBody } from './line.ts'
import { expoBody, fcmBody } from './phone-push.ts'
import { thaiBulkBody } from './sms.ts'
import { pushedText } from './web-push.ts'

const channelOf = (way: Way): DevMessage['channel'] =>
  way === 'email' || way === 'sms' || way === 'line' ? way : 'push'

/** What a provider would have been asked: made by the same hand as what is really sent. */
const REQUESTS: Record<Way, (to: string, message: Outgoing) => Record<string, unknown>> = {
  email: (to, message) => resendBody('Talat <no-reply@talat.example>', to, message),
  sms: (to, message) => thaiBulkBody('Talat', to, message),
  line: lineBody,
  web_push: (_, message) => pushedText(message),
  fcm: fcmBody,
  expo: expoBody,
}

/** Sends nothing to anybody: what would go out stands in a table, which /dev/inbox shows. */
export function localWays(database: () => Database, clock: Clock): Required<Ways> {
  const keep =
    (way: Way): Send =>
    async ({ to }, message) => {
      const { subject, html, text } = letterOf(message)
      await keepDevMessage(database(), {
        ...{ id: message.id, channel: channelOf(way), recipient: to, subject },
        body: way === 'email' ? text : way === 'sms' ? shortText(message) : message.body,
        html: way === 'email' ? html : null,
        ...{ way, request: REQUESTS[way](to, message) },
        createdAt: clock.now(),
      })
      return { kind: 'sent', ref: message.id }
    }
  return {
    ...{ email: keep('email'), sms: keep('sms'), line: keep('line') },
    ...{ web_push: keep('web_push'), fcm: keep('fcm'), expo: keep('expo') },
  }
}
