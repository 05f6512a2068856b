import type { Invariant } from './invariants.ts'

/** What must hold of flash sales at every commit, whatever their objects say. */
export const CAMPAIGN_INVARIANTS: readonly Invariant[] = [
  {
    promise: 'S1 campaign stock is left, held, sold or back, and no unit is two of these',
    sql: `select i.id, i.quota, i.reserved, i.sold, i.returned from flash_sale_items i
      where i.reserved + i.sold + i.returned > i.quota
        or (i.reserved, i.sold) <> (select
          coalesce(sum(case when t.state = 'reserved' then t.quantity end), 0),
          coalesce(sum(case when t.state = 'sold' then t.quantity end), 0)
          from flash_takes t where t.item_id = i.id)`,
  },
  {
    promise: 'S4 a take is some group’s, and what its lines want at its price',
    sql: `select t.group_id, t.item_id from flash_takes t where t.quantity <>
      (select coalesce(sum(n.quantity), 0) from order_lines n
        where n.group_id = t.group_id and n.flash_item_id = t.item_id)
      union all select n.group_id, n.flash_item_id from order_lines n
      where n.flash_item_id is not null and not exists (select 1 from flash_takes t
        join flash_sale_items i on i.id = t.item_id join order_groups g on g.id = t.group_id
        where t.group_id = n.group_id and t.item_id = n.flash_item_id
          and i.variant_id = n.variant_id and i.price_satang = n.unit_price_satang
          and g.placed_at >= i.starts_at and g.placed_at < i.ends_at)`,
  },
  {
    promise: 'S5 a take ends as its group does',
    sql: `select g.id, g.payment_status, t.state from order_groups g
      join flash_takes t on t.group_id = g.id where t.state <> case
        when g.payment_status = 'pending_payment' then 'reserved'
        when exists (select 1 from order_history h where h.aggregate_id = g.id
          and h.event in ('paid', 'cod_accepted')) then 'sold'
        else 'released' end`,
  },
  {
    promise: 'S7 a buyer has no more of an item than it allows, and as many as are counted',
    sql: `select b.item_id, b.holder, b.taken from flash_buyers b
      join flash_sale_items i on i.id = b.item_id
      where b.taken > i.per_buyer or b.taken <>
        (select coalesce(sum(t.quantity), 0) from flash_takes t
          where t.item_id = b.item_id and b.holder in (t.holder, t.other_holder)
            and t.state in ('reserved', 'sold'))
      union all select t.item_id, t.holder, t.quantity from flash_takes t where not exists
        (select 1 from flash_buyers b where b.item_id = t.item_id and b.holder = t.holder)`,
  },
  {
    promise: 'S8 what an item’s object is sent is what is not back in the ordinary stock',
    sql: `select i.id, i.quota, i.returned from flash_sale_items i where i.quota - i.returned <>
      (select coalesce(sum(m.quantity), 0) from flash_transfers m where m.item_id = i.id)`,
  },
  {
    promise: 'P10 a slot is the replay of its history, and nothing is left of one that is closed',
    sql: `select s.id, s.state from flash_sales s left join flash_sale_history h
        on h.sale_id = s.id and h.version = s.version where h.to_state is not s.state
      union all select i.id, s.state from flash_sale_items i join flash_sales s on s.id = i.sale_id
      where s.state = 'closed' and i.sold + i.returned <> i.quota`,
  },
]
