import type { D1Database } from '@cloudflare/workers-types'
import { ATTEMPT_MOVES } from '#src/order/payment/rules.ts'
import { GROUP_MOVES, ORDER_MOVES } from '#src/order/rules.ts'
import { CAMPAIGN_INVARIANTS } from './campaign-invariants.ts'
import { Violation } from './violation.ts'

/** A promise as a question whose every row is somebody who broke it. */
export type Invariant = { promise: string; sql: string }

const EDGES = [...GROUP_MOVES, ...ORDER_MOVES, ...ATTEMPT_MOVES].flatMap(
  ({ from, event, actors, to }) =>
    actors.map((actor) => `('${from}','${event}','${actor}','${to}')`),
)

/** What must hold at every commit, whatever is under way. */
export const INVARIANTS: readonly Invariant[] = [
  {
    promise: 'S1 nothing is sold or held that is not there',
    sql: `select variant_id, on_hand, reserved from stock_levels
      where reserved > on_hand or reserved < 0`,
  },
  {
    promise: 'S1 a level is the replay of its movements',
    sql: `select l.variant_id, l.on_hand, l.reserved from stock_levels l
      where (l.on_hand, l.reserved) <> (select coalesce(sum(m.on_hand_delta), 0),
        coalesce(sum(m.reserved_delta), 0) from stock_movements m where m.variant_id = l.variant_id)`,
  },
  {
    promise: 'S1 what is reserved is held by somebody',
    sql: `select l.variant_id, l.reserved from stock_levels l where l.reserved <>
      (select coalesce(sum(r.quantity), 0) from stock_reservations r
        where r.variant_id = l.variant_id and r.state = 'held')
      + (select coalesce(sum(i.quota - i.reserved - i.sold - i.returned), 0)
        from flash_sale_items i where i.variant_id = l.variant_id)`,
  },
  {
    promise: 'S4 a hold is some group’s, and what its lines want',
    sql: `select r.group_id, r.variant_id from stock_reservations r where r.quantity <>
      (select coalesce(sum(n.quantity), 0) from order_lines n
        where n.group_id = r.group_id and n.variant_id = r.variant_id)
      union all select n.group_id, n.variant_id from order_lines n where not exists
      (select 1 from stock_reservations r
        where r.group_id = n.group_id and r.variant_id = n.variant_id)`,
  },
  ...CAMPAIGN_INVARIANTS,
  {
    promise: 'S5 a hold ends as its group does',
    sql: `select g.id, g.payment_status, r.state from order_groups g
      join stock_reservations r on r.group_id = g.id where r.state <> case
        when g.payment_status = 'pending_payment' then 'held'
        when exists (select 1 from order_history h where h.aggregate_id = g.id
          and h.event in ('paid', 'cod_accepted')) then 'claimed'
        else 'released' end`,
  },
  {
    promise: 'S7 a voucher is used as often as it is counted, and no more',
    sql: `select v.id, v.taken from vouchers v where v.taken > v.quota or v.taken <>
      (select count(*) from voucher_uses u
        where u.voucher_id = v.id and u.state in ('reserved', 'used'))
      union all select h.voucher_id, h.used from voucher_holders h
      where h.used > h.most or h.used <> (select count(*) from voucher_uses u
        where u.voucher_id = h.voucher_id and h.holder in (u.holder, u.other_holder)
          and u.state in ('reserved', 'used'))`,
  },
  {
    promise: 'S7 a buyer is new in one group, as long as it uses what is for new buyers',
    sql: `with standing as (select u.group_id, u.holder, u.other_holder from voucher_uses u
        join vouchers v on v.id = u.voucher_id
        where v.audience = 'new_buyer' and u.state in ('reserved', 'used')),
      wanted as (select holder, group_id from standing
        union select other_holder, group_id from standing where other_holder is not null)
      select n.holder, n.group_id from new_buyer_uses n
      where (n.holder, n.group_id) not in (select holder, group_id from wanted)
      union all select w.holder, w.group_id from wanted w
      where (w.holder, w.group_id) not in (select holder, group_id from new_buyer_uses)
      union all select w.holder, min(w.group_id) from wanted w
      group by w.holder having count(*) > 1`,
  },
  {
    promise: 'L1 a journal is sealed and sums to zero',
    sql: `select j.id, j.event from ledger_journals j where j.sealed = 0
      or (select sum(e.amount_satang) from ledger_entries e where e.journal_id = j.id) <> 0`,
  },
  {
    promise: 'L2 an order’s money is in escrow until it is sent back or earned',
    sql: `select o.id, o.status from orders o join order_groups g on g.id = o.group_id
      join payment_splits s on s.order_id = o.id
      where (select coalesce(sum(e.amount_satang), 0) from ledger_entries e
        join ledger_journals j on j.id = e.journal_id
        where j.order_id = o.id and e.account = 'buyer_escrow') <> case
        when g.payment_status = 'paid' then
          -(select coalesce(sum(r.amount_satang), 0) from refunds r
            where r.order_id = o.id and r.status <> 'succeeded')
          - case when o.status = 'completed' then 0
            else o.total_satang - s.refunded_satang - s.charged_back_satang end
        else 0 end`,
  },
  {
    promise: 'P10 a state is the replay of its history',
    sql: `select a.id, a.status from (
        select id, payment_status as status, version from order_groups
        union all select id, status, version from orders
        union all select id, status, version from payment_attempts) a
      left join order_history h on h.aggregate_id = a.id and h.version = a.version
      where h.to_status is null or h.to_status <> a.status or a.version <>
        (select count(*) from order_history n where n.aggregate_id = a.id)
      union all select h.aggregate_id, h.event from order_history h
      left join order_history p on p.aggregate_id = h.aggregate_id and p.version = h.version - 1
      where h.from_status is not p.to_status`,
  },
  {
    promise: 'P10 groups, orders and tries at paying move along their tables',
    sql: `select h.aggregate_id, h.from_status, h.event, h.actor, h.to_status from order_history h
      where h.from_status is not null and (h.from_status, h.event, h.actor, h.to_status) not in (values ${EDGES.join(',')})`,
  },
  {
    promise:
      'OR4 of what is partly sent something is left to send, and of what is on its way nothing',
    sql: `select o.id, o.status from orders o join order_lines n on n.order_id = o.id
      group by o.id, o.status having
        (o.status = 'processed' and sum(n.sent_quantity) > 0
          and max(n.quantity - n.sent_quantity - n.refunded_quantity) <= 0)
        or (o.status in ('shipped', 'delivered', 'completed') and (sum(n.sent_quantity) = 0
          or max(n.quantity - n.sent_quantity - n.refunded_quantity) > 0))`,
  },
  {
    promise: 'P1 at most one try is open, and at most one brought the money',
    sql: `select g.id from order_groups g join payment_attempts a on a.group_id = g.id
      group by g.id, g.payment_status having sum(a.status = 'succeeded') > 1
        or sum(a.open_group_id is not null) > (g.payment_status in ('pending_payment', 'cod'))`,
  },
  {
    promise: 'P2 a webhook that is called done has had its effect',
    sql: `select i.event_id from inbox_events i where i.note = 'pay' and i.status = 'done'
      and not exists (select 1 from payment_attempts a
        where a.provider_ref = i.object_ref and a.status = 'succeeded')`,
  },
  {
    promise: 'P9 no more goes back than came',
    sql: `select r.charge_ref from refunds r where r.status <> 'failed' group by r.charge_ref
      having sum(r.amount_satang) > (select coalesce(sum(t.amount_satang), 0)
        from transaction_events t where t.provider_ref = r.charge_ref
        and t.kind in ('captured', 'quarantined'))`,
  },
  {
    promise: 'P9 what goes back of an order is its refunds, and of a line no more than was bought',
    sql: `select s.order_id, s.refunded_satang from payment_splits s
      where s.refunded_satang <> (select coalesce(sum(r.amount_satang), 0) from refunds r
        where r.order_id = s.order_id)
      union all select n.id, n.refunded_quantity from order_lines n
      where n.refunded_quantity > n.quantity or n.refunded_quantity <>
        (select coalesce(sum(p.quantity), 0) from refund_lines p where p.line_id = n.id)
      union all select r.id, r.amount_satang from refunds r where r.reason = 'granted'
        and r.amount_satang <> (select coalesce(sum(p.amount_satang), 0) from refund_lines p
        where p.refund_id = r.id)`,
  },
  {
    promise: 'P1 what banks took is what its movements come to, and some order’s or the market’s',
    sql: `select c.id, c.withdrawn_satang from chargebacks c
      where c.withdrawn_satang <> c.unborne_satang + (select coalesce(sum(h.amount_satang), 0)
        from chargeback_shares h where h.chargeback_id = c.id)
      union all select s.order_id, s.charged_back_satang from payment_splits s
      where s.charged_back_satang <> (select coalesce(sum(h.amount_satang), 0)
        from chargeback_shares h where h.order_id = s.order_id)`,
  },
  {
    promise: 'L2 orders sum to their group, and lines and delivery to their order',
    sql: `select g.id from order_groups g join payments p on p.group_id = g.id
      where g.total_satang <>
        (select sum(o.total_satang) from orders o where o.group_id = g.id)
        or p.captured_satang <>
          case when g.payment_status = 'paid' then g.total_satang else 0 end
      union all select o.id from orders o where o.subtotal_satang <>
        (select sum(n.line_total_satang) from order_lines n where n.order_id = o.id)`,
  },
  {
    // Sent messages are forgotten after a week.
    promise: 'Q1 each move of a group has its message',
    sql: `select h.aggregate_id, h.version, h.event from order_history h
      join order_groups g on g.id = h.aggregate_id
      where h.event not in ('placed', 'pay_again', 'charged_back') and not exists (select 1 from outbox_messages m
        where m.aggregate_id = h.aggregate_id and m.version = h.version
          and m.kind = 'order-group.changed')
        and h.at > $NOW - 6 * 86400000`,
  },
  {
    promise: 'I1 a key stands for a group, an order or a refund that is there',
    sql: `select k.key from idempotency_keys k
      where not exists (select 1 from order_groups g where g.id = k.resource_id)
        and not exists (select 1 from orders o where o.id = k.resource_id)
        and not exists (select 1 from refunds r where r.id = k.resource_id)`,
  },
  {
    promise: 'A2 a refresh token is used once, when its successor is made',
    sql: `select t.session_id, t.generation from refresh_tokens t
      left join refresh_tokens n on n.session_id = t.session_id and n.generation = t.generation + 1
      where t.used_at is not n.created_at`,
  },
]

/**
 * Asks whether every promise holds; after a write, those about a table that was `written`.
 * @throws Violation naming the first promise that does not hold, and whom it was broken to
 */
export async function holdInvariants(base: D1Database, written?: readonly string[]) {
  const asked = INVARIANTS.filter(
    ({ sql }) => written?.some((table) => sql.includes(table)) ?? true,
  )
  if (asked.length === 0) return
  const answers = await base.batch<Record<string, unknown>>(
    asked.map(({ sql }) => base.prepare(sql.replaceAll('$NOW', String(Date.now())))),
  )
  for (const [at, { results }] of answers.entries()) {
    const [broken] = results
    if (broken !== undefined) {
      throw new Violation(asked[at]?.promise ?? '', JSON.stringify(broken))
    }
  }
}
