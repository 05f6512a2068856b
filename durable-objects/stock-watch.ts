import { Channel } from './channel.ts'

/** How much is left of one product: what its open pages listen to. */
export class StockWatch extends Channel {
  // A page whose product has more listeners asks again; what is left is in the API either way.
  protected override readonly maxSockets = 2000
  protected override readonly keptEvents = 20
}
