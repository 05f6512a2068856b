import { Channel } from './channel.ts'

/** The live status of one order group: what its shopper's open pages listen to. */
export class OrderStatus extends Channel {}
