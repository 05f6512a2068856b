import type { Client } from '../src/client.ts'
import { unwrap } from './problem.server.ts'
import { segment } from './segment.server.ts'

/** What only those who run the market may ask. */
export function operating({ operatorFeed, deadLetters }: Client) {
  const { feed } = operatorFeed.admin
  return {
    feed: (query: Parameters<typeof feed.$get>[0]['query']) => unwrap(feed.$get({ query })),
    replay: (id: string) =>
      unwrap(deadLetters.admin['dead-letters'][':id'].replay.$post({ param: { id: segment(id) } })),
  }
}
