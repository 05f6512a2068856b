import type { Clock } from '#src/common/clock.ts'
import type { Database } from '#src/database/database.ts'
import { type DevMessage, keepDevMessage } from '#src/database/dev-messages.ts'
import type { Send, Way, Ways } from '../index.ts'
import { letterOf, shortText } from '../templates/letter.ts'

const channelOf = (way: Way): DevMessage['channel'] =>
  way === 'email' || way === 'sms' || way === 'line' ? way : 'push'

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
        createdAt: clock.now(),
      })
      return { kind: 'sent', ref: message.id }
    }
  return {
    ...{ email: keep('email'), sms: keep('sms'), line: keep('line') },
    ...{ web_push: keep('web_push'), fcm: keep('fcm'), expo: keep('expo') },
  }
}
