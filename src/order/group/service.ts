import type { LiveEvent } from '#objects/messages.ts'
import type { Clock } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { describeError, type Log } from '#src/common/log.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { announce, type OutboxMessage } from '#src/database/outbox.ts'
import type { ProductModule } from '#src/product/index.ts'
import { type Actor, GROUP_MOVES, ORDER_MOVES, type PaymentStatus, transition } from '../rules.ts'
import { type GroupCase, loadGroup, moveGroup, moveOrders, overdueGroups } from './repository.ts'

export type GroupDeps = {
  database: Database
  clock: Clock
  log: Log
  inventory: ProductModule['inventory']
  /** Sends a frame to whoever listens; never throws. */
  publish(channel: string, key: string, event: LiveEvent): Promise<void>
  /** Hands the saved messages of an aggregate to the queue; the sweep covers what it misses. */
  relay(aggregateId: string): Promise<void>
  /** The same for messages that were just saved, which are not read again. */
  relaySaved(messages: OutboxMessage[]): Promise<void>
  /** Lets a task outlive the answer. */
  defer(task: Promise<unknown>): void
}

/** The message that a group changed: what consumers of the queue get. */
export const GROUP_CHANGED = 'order-group.changed'

/** What a shopper pays once, and how it moves from state to state. */
export function createGroupService(deps: GroupDeps) {
  const { database, inventory, publish, relay, relaySaved, defer, log } = deps
  const { tables } = database

  const later = (tasks: Promise<unknown>[]) =>
    defer(
      Promise.all(tasks).catch((error: unknown) =>
        log.error('announce.failed', describeError(error)),
      ),
    )

  return {
    load: async (id: string): Promise<GroupCase | undefined> => await loadGroup(database, id),

    /** Unpaid groups whose window is over at `now`. */
    overdue: async (now: Date, limit: number): Promise<string[]> =>
      await overdueGroups(database, now, limit),

    /**
     * The statements that move a whole group, its orders and its stock: `paid` and `cod_accepted`
     * sell the goods, `expired` and `cancelled` give them back. A stale write when somebody moved
     * first. @throws Problem `transition_refused`
     */
    move(q: Query, found: GroupCase, event: string, actor: Actor, at: Date): Statement[] {
      const to = transition(GROUP_MOVES, found.group.paymentStatus, event, actor)
      const moves = found.orders
        .filter((order) => order.status === 'pending_payment')
        .map((order) => ({ order, to: transition(ORDER_MOVES, order.status, event, actor) }))
      const sells = to === 'paid' || to === 'cod'
      const hold = { groupId: found.group.id, lines: found.lines, at }
      return [
        ...(sells ? inventory.claim(q, hold) : inventory.release(q, hold)),
        ...moveGroup(q, tables, found.group, to, { event, actor, at }),
        ...moveOrders(q, tables, moves, { event, actor, at }),
        announce(q, tables, changed(found, found.group.version + 1, to, sells), at),
      ]
    },

    /** The group as `move` leaves it: what was just written need not be read. */
    moved(found: GroupCase, event: string, actor: Actor, at: Date): GroupCase {
      const to = transition(GROUP_MOVES, found.group.paymentStatus, event, actor)
      const { version, paidAt } = found.group
      return {
        ...found,
        group: {
          ...found.group,
          paymentStatus: to,
          version: version + 1,
          paidAt: to === 'paid' ? at : paidAt,
        },
        orders: found.orders.map((order) =>
          order.status === 'pending_payment'
            ? {
                ...order,
                status: transition(ORDER_MOVES, order.status, event, actor),
                version: order.version + 1,
              }
            : order,
        ),
      }
    },

    /**
     * The statements of another try at paying. The group stays unpaid, but its version grows: whoever
     * looked at it before, to end it or to call it paid, must look again and find the new attempt.
     */
    tryAgain(q: Query, { group }: GroupCase, at: Date): Statement[] {
      const to = transition(GROUP_MOVES, group.paymentStatus, 'pay_again', 'buyer')
      return moveGroup(q, tables, group, to, { event: 'pay_again', actor: 'buyer', at })
    },

    /** The group as `tryAgain` leaves it. */
    triedAgain: (found: GroupCase): GroupCase => ({
      ...found,
      group: { ...found.group, version: found.group.version + 1 },
    }),

    /**
     * What the queue is told of a group that is accepted as it is placed. Nobody can be listening: a
     * ticket needs a group that exists, and whoever reads this one already reads how it stands.
     */
    birth(accepted: GroupCase): OutboxMessage {
      const { group } = accepted
      const message = changed(accepted, group.version, group.paymentStatus, true)
      return { id: newId('msg'), ...message, payload: { ...message.payload, unheard: true } }
    },

    /** The statement that saves a birth's message. */
    saveBirth: (q: Query, message: OutboxMessage, at: Date): Statement =>
      announce(q, tables, message, at),

    /** After the commit of a birth: the queue gets its message. */
    announceBirth: (message: OutboxMessage): void => later([relaySaved([message])]),

    /** After the commit of a move: open pages hear of it at once, the queue gets the rest. */
    announceMove({ group }: GroupCase, to: PaymentStatus): void {
      const version = group.version + 1
      const frame = { kind: 'order-group' as const, id: group.id, version, paymentStatus: to }
      later([publish(`order-group:${group.id}`, `${group.id}:${version}`, frame), relay(group.id)])
    },

    /** After an attempt moved: the open page shows a declined card or a QR that ended. */
    announceAttempt({ group }: GroupCase, attempt: { id: string; version: number }, state: string) {
      const { id, version, paymentStatus } = group
      const frame = {
        kind: 'order-group' as const,
        id,
        version,
        paymentStatus,
        paymentState: state,
      }
      later([publish(`order-group:${id}`, `${attempt.id}:${attempt.version + 1}`, frame)])
    },
  }
}

export type GroupService = ReturnType<typeof createGroupService>

function changed({ group, lines }: GroupCase, version: number, to: PaymentStatus, sells: boolean) {
  return {
    kind: GROUP_CHANGED,
    aggregateId: group.id,
    version,
    payload: {
      groupId: group.id,
      paymentStatus: to,
      sold: sells ? lines.map(({ productId, quantity }) => ({ productId, quantity })) : [],
    },
  }
}
