import type { DurableObjectNamespace } from '@cloudflare/workers-types'
import { Problem } from '#src/common/problem.ts'
import type { Seats, SeatsOf } from './index.ts'

/** Seats as Durable Objects, one a user. */
export function durableSeats(objects: DurableObjectNamespace): SeatsOf {
  return (userId) => {
    // The binding does not carry the class's type here; the class says that it is Seats.
    const seats = objects.get(objects.idFromName(userId)) as unknown as Seats
    return {
      // Who cannot be written down could not be sent away: no ticket then.
      take: async (seat) =>
        await seats.take(seat).catch(() => {
          throw new Problem('overloaded', { retryAfterSeconds: 2 })
        }),
      end: async (id, ended) => await seats.end(id, ended),
    }
  }
}
