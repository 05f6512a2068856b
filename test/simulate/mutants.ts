import {
  type PaymentOrder,
  type PaymentProvider,
  ProviderUnavailable,
} from '#src/order/payment/provider.ts'
import { FLASH_MUTANTS } from './flash-mutants.ts'
import { isCheckOfOne, type Rewrite, type Sent } from './seams/database.ts'
import type { Scenario } from './simulate.ts'
import { cancelOrder } from './steps/give-up-or-receive.ts'
import { passTime } from './steps/pass-time.ts'
import { pay } from './steps/pay.ts'
import { placeOrder } from './steps/place-order.ts'
import { jobs } from './steps/run-jobs.ts'
import { takeWebhook } from './steps/take-webhook.ts'
import type { Size } from './town.ts'
import type { Mutation } from './world.ts'

/**
 * Mistakes that a shop can make, each made at a seam of the real services: a simulator that does
 * not find them finds nothing. `breaks` is the promise that each is found by.
 */
export type Mutant = {
  name: string
  seed: number
  breaks: RegExp
  /** What makes the mistake likely to matter; the market without it lives through the same. */
  scenario?: Scenario
  mutate(): Mutation
}

const about = (table: string) => (one: Sent) =>
  new RegExp(`^\\s*(insert into|update|delete from) "${table}"`, 'i').test(one.sql)

/** The statements about some tables, each with the check that follows it, and all others. */
function divide(sent: readonly Sent[], ...tables: string[]): [own: Sent[], others: Sent[]] {
  const [own, others]: [Sent[], Sent[]] = [[], []]
  let last = others
  for (const one of sent) {
    if (!isCheckOfOne(one)) last = tables.some((table) => about(table)(one)) ? own : others
    last.push(one)
  }
  return [own, others]
}

const parts = (...lists: Sent[][]) => lists.filter((list) => list.length > 0)

/** Takes statements of some tables out of a write that is about more. */
const apart =
  (tables: string[], when: string, order: 'before' | 'after'): Rewrite =>
  (sent) => {
    if (!sent.some(about(when))) return [sent]
    const [own, others] = divide(sent, ...tables)
    return order === 'before' ? parts(own, others) : parts(others, own)
  }

const edited = (edit: (sql: string) => string) => (one: Sent) => ({ ...one, sql: edit(one.sql) })

const sayNothing = (sql: string): string =>
  /^\s*insert/i.test(sql) ? `${sql} on conflict do nothing` : sql

function swapless(sent: readonly Sent[]): readonly (readonly Sent[])[] {
  if (!sent.some(about('refresh_tokens'))) return [sent]
  const unguarded = (sql: string) => sayNothing(sql.replace(/ and "[\w"."]+used_at" is null/, ''))
  return [sent.filter((one) => !isCheckOfOne(one)).map(edited(unguarded))]
}

function guardless(sent: readonly Sent[]): readonly (readonly Sent[])[] {
  // Also a cancelling, of which the try at paying expires.
  const ends = sent.some((one) => about('order_history')(one) && one.parameters.includes('expired'))
  if (!ends) return [sent]
  // Still bound, so that what follows keeps its place.
  const unguarded = (sql: string) =>
    sayNothing(sql.replace(/ and "\w+"\."(version|state)" = \?/g, ' and ? is not null'))
  return [sent.filter((one) => !isCheckOfOne(one)).map(edited(unguarded))]
}

/** Whatever was paid is taken for what was asked. */
function uncompared(provider: PaymentProvider): PaymentProvider {
  const asPaid = <Answer extends Awaited<ReturnType<PaymentProvider['fetch']>>>(charge: Answer) =>
    charge?.status === 'succeeded' ? { ...charge, receivedSatang: charge.amountSatang } : charge
  return {
    ...provider,
    fetch: async (ref) => asPaid(await provider.fetch(ref)),
    cancel: async (ref) => asPaid(await provider.cancel(ref)),
  }
}

/** What was asked for and not answered is asked for again under another key. */
function rekeyed(what: 'start' | 'refund'): (provider: PaymentProvider) => PaymentProvider {
  const silences = new Map<string, number>()
  const again = (id: string) => `${id}${'~'.repeat(silences.get(id) ?? 0)}`
  const count = (id: string) => (error: unknown) => {
    if (error instanceof ProviderUnavailable) silences.set(id, (silences.get(id) ?? 0) + 1)
    throw error
  }
  return (provider) => ({
    ...provider,
    [what]: async (wanted: PaymentOrder & RefundWanted) =>
      await provider[what]({ ...wanted, id: again(wanted.id) }).catch(count(wanted.id)),
  })
}

type RefundWanted = Parameters<PaymentProvider['refund']>[0]

const LOSSY = { fails: 0.02, lost: 0.15, crash: 0.01, delay: 0.03, unheard: 0.03 }
const SLOW = { fails: 0.01, lost: 0.01, crash: 0.01, delay: 0.25, unheard: 0.01 }
const BUSY = { accounts: 4, guests: 2, stock: [4, 6], quota: [1, 3] } satisfies Size
/** What ends groups and orders, and nothing else. */
const ENDING = [
  ...[placeOrder, pay, takeWebhook, { ...cancelOrder, weight: 9 }],
  ...[
    { ...jobs, weight: 9 },
    { ...passTime, weight: 6 },
  ],
]
const STOCK = ['stock_levels', 'stock_movements', 'stock_reservations']

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'stock without its CHECK',
    seed: 1,
    breaks: /^S1/,
    scenario: { size: { accounts: 5, guests: 3, stock: [1, 2], quota: [1, 3] } },
    mutate: () => ({
      schema: async (sqlOf) => {
        const made = await sqlOf('stock_levels')
        const bare = made.replace(/CONSTRAINT "stock_available" CHECK\(.*\),\n/, '')
        return ['drop table stock_levels', bare]
      },
    }),
  },
  {
    name: 'stock that is taken before the row of the key',
    seed: 1,
    breaks: /^S4/,
    mutate: () => ({ rewrite: apart(STOCK, 'idempotency_keys', 'before') }),
  },
  {
    name: 'writes that need not find their row',
    seed: 98,
    breaks: /^one basket/,
    mutate: () => ({ rewrite: (sent) => [sent.filter((one) => !isCheckOfOne(one))] }),
  },
  {
    name: 'a webhook that is answered before it is kept',
    seed: 6,
    breaks: /^P2/,
    mutate: () => ({ acknowledgesFirst: 'webhooks' }),
  },
  {
    name: 'a message that is acknowledged before it is counted',
    seed: 26,
    breaks: /^Q2/,
    mutate: () => ({ acknowledgesFirst: 'messages' }),
  },
  {
    name: 'a refresh without compare-and-swap',
    seed: 5,
    breaks: /^A2/,
    mutate: () => ({ rewrite: swapless }),
  },
  {
    name: 'money whose amount nobody compares',
    seed: 14,
    breaks: /^(P5|P9|P13|S6)/,
    mutate: () => ({ provider: uncompared }),
  },
  {
    name: 'a webhook’s row outside of the write that it causes',
    seed: 4,
    breaks: /^P2/,
    mutate: () => ({ rewrite: apart(['inbox_events'], 'inbox_events', 'before') }),
  },
  {
    name: 'an end of an unpaid group that does not look what it ends',
    seed: 31,
    // Of what is not looked at the database's CHECKs may be all that is left.
    breaks: /^(S5|P10|S1|W1: cancel.*CHECK|W1.*stock_reserved)/,
    scenario: { odds: SLOW, steps: ENDING, size: BUSY },
    mutate: () => ({ rewrite: guardless }),
  },
  {
    name: 'a new key at the provider after a time-out',
    seed: 14,
    breaks: /^P7/,
    scenario: { odds: LOSSY },
    mutate: () => ({ provider: rekeyed('start') }),
  },
  {
    name: 'a refund that is asked for anew after a time-out',
    seed: 6,
    breaks: /^P9/,
    scenario: { odds: LOSSY, steps: ENDING },
    mutate: () => ({ provider: rekeyed('refund') }),
  },
  {
    name: 'pieces that are counted outside of the write that gives them back',
    seed: 23,
    breaks: /^P9/,
    mutate: () => ({ rewrite: apart(['refund_lines'], 'refund_lines', 'after') }),
  },
  {
    name: 'what a bank took, booked outside of the write that knows of it',
    seed: 4,
    breaks: /^(P1 |PW8)/,
    mutate: () => ({
      rewrite: apart(['chargebacks', 'chargeback_shares'], 'chargebacks', 'after'),
    }),
  },
  {
    name: 'a new buyer who is counted outside of the write that uses the voucher',
    seed: 3,
    breaks: /^S7/,
    mutate: () => ({ rewrite: apart(['new_buyer_uses'], 'voucher_uses', 'after') }),
  },
  {
    name: 'a deadline that nobody keeps',
    seed: 6,
    breaks: /^(soundness|OR5)/,
    mutate: () => ({
      schema: async () => [
        `create trigger forgetful after update of due_at on orders begin
          update orders set due_at = null where id = new.id; end`,
      ],
    }),
  },
  {
    name: 'a message outside of the write that it tells of',
    seed: 1,
    breaks: /^Q1/,
    mutate: () => ({ rewrite: apart(['outbox_messages'], 'order_history', 'after') }),
  },
  ...FLASH_MUTANTS,
]
