import type { LiveEvent } from '#objects/messages.ts'
import type { Clock } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { describeError, type Log } from '#src/common/log.ts'
import { Problem } from '#src/common/problem.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { announce, type OutboxMessage } from '#src/database/outbox.ts'
import { isConflict, isStale } from '#src/database/portable.ts'
import type { ProductModule } from '#src/product/index.ts'
import {
  type Actor,
  GROUP_MOVES,
  type Mover,
  ORDER_MOVES,
  type PaymentStatus,
  transition,
} from '../rules.ts'
import type { VoucherService } from '../voucher/service.ts'
import {
  type GroupCase,
  groupIdOf,
  loadGroup,
  moveGroup,
  moveOrders,
  overdueGroups,
} from './repository.ts'
import {
  type Advancer,
  born,
  changed,
  groupEvent,
  isOf,
  movedTo,
  refuseDisputed,
  unsold,
  type Whose,
} from './rules.ts'

export type GroupDeps = {
  database: Database
  clock: Clock
  log: Log
  inventory: ProductModule['inventory']
  left: ProductModule['left']
  flashStock: Pick<ProductModule['flashStock'], 'sell' | 'release'>
  vouchers: Pick<VoucherService, 'keep' | 'release' | 'restore'>
  /** Sends a frame to whoever listens; never throws. */
  publish(channel: string, key: string, event: LiveEvent): Promise<void>
  /** Hands the saved messages of an aggregate to the queue; the sweep covers what it misses. */
  relay(aggregateId: string): Promise<unknown>
  /** The same for messages that were just saved, which are not read again. */
  relaySaved(messages: OutboxMessage[]): Promise<void>
  /** Lets a task outlive the answer. */
  defer(task: Promise<unknown>): void
}

/** What joins the write that moves an order, from how its group is then; `move` is the move itself. */
export type Joined = (
  found: GroupCase,
  order: GroupCase['orders'][number],
  at: Date,
) => Promise<(q: Query, move: Statement[]) => Statement[]>

/** What happens to an order: always the same, or what follows from how it is then. */
export type EventOf =
  | string
  | ((found: GroupCase, order: GroupCase['orders'][number]) => string | Promise<string>)

// Each round somebody else's move of the group went through; a buyer's own few orders fit in.
const ROUNDS = 10

/** What a shopper pays once, and how it moves from state to state. */
export function createGroupService(deps: GroupDeps) {
  const {
    database,
    clock,
    inventory,
    left,
    flashStock,
    vouchers,
    publish,
    relay,
    relaySaved,
    defer,
    log,
  } = deps
  const { tables } = database

  const later = (tasks: Promise<unknown>[]) =>
    defer(
      Promise.all(tasks).catch((error: unknown) =>
        log.error('announce.failed', describeError(error)),
      ),
    )

  /**
   * After the commit of a move: open pages hear of it at once, those of the goods that are `back` on the
   * shelf too, and the queue gets the rest.
   */
  function announceMove(
    { group }: GroupCase,
    to: PaymentStatus,
    back: readonly GroupCase['lines'][number][] = [],
  ): void {
    const version = group.version + 1
    const frame = { kind: 'order-group' as const, id: group.id, version, paymentStatus: to }
    later([publish(`order-group:${group.id}`, `${group.id}:${version}`, frame), relay(group.id)])
    left.moved(
      back.map(({ productId, variantId, quantity }) => ({
        ...{ productId, variantId, change: quantity },
      })),
    )
  }

  /** Where one of a group's orders goes, and the group with it. @throws Problem `transition_refused` */
  async function decide(found: GroupCase, orderId: string, eventOf: EventOf, { actor }: Mover) {
    const { group, orders } = found
    const order = orders.find(({ id }) => id === orderId)
    if (order === undefined) throw new Problem('not_found')
    const event = typeof eventOf === 'string' ? eventOf : await eventOf(found, order)
    const to = transition(ORDER_MOVES, order.status, event, actor)
    refuseDisputed(order, event)
    const others = orders.filter((other) => other !== order).map(({ status }) => status)
    const ofGroup = groupEvent(group.paymentStatus, to, others)
    const groupTo = transition(GROUP_MOVES, group.paymentStatus, ofGroup, actor)
    return { order, event, to, ofGroup, groupTo }
  }

  type Decided = Awaited<ReturnType<typeof decide>>

  function moveOrder(
    q: Query,
    found: GroupCase,
    { order, event, to, ofGroup, groupTo }: Decided,
    { refunded, ...by }: Advancer,
    at: Date,
  ): Statement[] {
    const lines = found.lines.filter(({ orderId }) => orderId === order.id)
    const back = to === 'cancelled'
    const returned = unsold(lines, to, refunded)
    const happened = { event, orderId: order.id }
    return [
      ...(back ? inventory.restock(q, { orderId: order.id, lines, at }) : []),
      ...(back ? vouchers.restore(q, found.group, cancelledOf(found), order.id) : []),
      ...moveGroup(q, tables, found.group, groupTo, { event: ofGroup, actor: by.actor, at }),
      ...moveOrders(q, tables, [{ order, to }], { ...by, event, at }),
      announce(q, tables, changed(found.group, next(found), groupTo, returned, happened), at),
    ]
  }

  return {
    /** The group an order belongs to. One query. */
    idOf: async (orderId: string): Promise<string | undefined> =>
      await groupIdOf(database, orderId),

    /** An order with its group; another shop's is as unknown as one that is not there. @throws Problem `not_found` */
    async requireOrder(orderId: string, whose: Whose) {
      const groupId = await groupIdOf(database, orderId)
      const found = groupId === undefined ? undefined : await loadGroup(database, groupId)
      const order = found?.orders.find(({ id }) => id === orderId)
      if (found === undefined || order === undefined || !isOf(whose, order)) {
        throw new Problem('not_found')
      }
      return { found, order }
    },

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
      const { groupId, lines } = hold
      const sold = sells ? found.lines : []
      return [
        ...(sells ? flashStock.sell(q, groupId, lines) : flashStock.release(q, groupId, lines)),
        ...(sells ? inventory.claim(q, hold) : inventory.release(q, hold)),
        ...(sells ? vouchers.keep(q, found.group) : vouchers.release(q, found.group)),
        ...moveGroup(q, tables, found.group, to, { event, actor, at }),
        ...moveOrders(q, tables, moves, { event, actor, at }),
        announce(q, tables, changed(found.group, next(found), to, sold, { event }), at),
      ]
    },

    /** The group as `move` leaves it: what was just written need not be read. */
    moved: (found: GroupCase, event: string, actor: Actor, at: Date): GroupCase =>
      movedTo(found, event, actor, at),

    /**
     * The statements of something that a group goes on with as it is: its version grows, so that
     * whoever decided before must look again. @throws Problem `transition_refused`
     */
    note(q: Query, { group }: GroupCase, event: string, actor: Actor, at: Date): Statement[] {
      const to = transition(GROUP_MOVES, group.paymentStatus, event, actor)
      return moveGroup(q, tables, group, to, { event, actor, at })
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
    birth: ({ group, lines }: GroupCase) => ({ id: newId('msg'), ...born(group, lines) }),

    /** The statement that saves a birth's message. */
    saveBirth: (q: Query, message: OutboxMessage, at: Date): Statement =>
      announce(q, tables, message, at),

    /** After the commit of a birth: the queue gets its message. */
    announceBirth: (message: OutboxMessage): void => later([relaySaved([message])]),

    /**
     * Moves one order that is paid or to be paid in cash, in an atomic write of its own: its history,
     * its group's version, and, when it is cancelled, its goods back on the shelf. The money of it is
     * for `join` to say. When somebody was faster the group is read and decided on again.
     * @throws Problem `transition_refused`, `conflict` when others kept being faster
     */
    async advance(
      seen: GroupCase,
      orderId: string,
      event: EventOf,
      who: Actor | Advancer,
      join: Joined = async () => (_, move) => move,
    ): Promise<void> {
      const by = typeof who === 'string' ? { actor: who } : who
      let found = seen
      for (let round = 1; ; round += 1) {
        const [now, at] = [found, clock.now()]
        const decided = await decide(now, orderId, event, by)
        const joined = await join(now, decided.order, at)
        try {
          await database.atomically((q) => joined(q, moveOrder(q, now, decided, by, at)))
          const back = decided.to === 'cancelled' ? now.lines : []
          return announceMove(
            now,
            decided.groupTo,
            back.filter((line) => line.orderId === orderId),
          )
        } catch (error) {
          if (!(isStale(error) || isConflict(error))) throw error
          if (round === ROUNDS) throw new Problem('conflict')
          found = (await loadGroup(database, now.group.id)) ?? now
        }
      }
    },

    announceMove,

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

export type { GroupCase } from './repository.ts'
export type { Whose } from './rules.ts'
export type GroupService = ReturnType<typeof createGroupService>

const cancelledOf = ({ orders }: GroupCase) =>
  new Set(orders.filter(({ status }) => status === 'cancelled').map(({ id }) => id))

const next = ({ group }: GroupCase) => group.version + 1
