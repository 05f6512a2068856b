import { Channel } from './channel.ts'

/** What operators see of the market as it happens; the list in the database goes further back. */
export class OperatorFeed extends Channel {
  protected override readonly keptEvents = 1000
}
