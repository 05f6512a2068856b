import { after, before, type Clock } from '#src/common/clock.ts'
import { decodeCursor, pageById } from '#src/common/cursor.ts'
import { eachOf } from '#src/common/each.ts'
import { idsSince } from '#src/common/id.ts'
import { describeError, type Log } from '#src/common/log.ts'
import { Problem } from '#src/common/problem.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database } from '#src/database/database.ts'
import { isStale } from '#src/database/portable.ts'
import type { OperatorFeed, OperatorNews } from '#src/services/operator-feed/index.ts'
import { ProviderUnavailable } from '../payment/provider.ts'
import type { PaymentService } from '../payment/service.ts'
import {
  accountsAfter,
  type Break,
  balanceOf,
  booksOf,
  breakById,
  breaksOf,
  breaksOfGroups,
  changeBreak,
  closeBreak,
  cursorOf,
  groupsAfter,
  journalsBetween,
  keepCursor,
  listBreaks,
  openBreak,
  openJournals,
} from './repository.ts'
import {
  type Difference,
  differencesOf,
  type GroupBooks,
  movesOf,
  providerDifferences,
} from './rules.ts'
import type { BreakPage, ListBreaks, Break as Shown } from './schema.ts'

export type BreakDeps = {
  database: Database
  clock: Clock
  log: Log
  payments: PaymentService
  operatorFeed: Pick<OperatorFeed, 'prepare'>
}

const WALK = 'breaks:groups'
const TAIL = 'breaks:journals'
const ACCOUNTS = 'breaks:accounts'
const OPEN_JOURNAL = 'journal_open'
const BALANCE = 'balance'
const ofProvider = ({ kind }: { kind: string }) => kind.startsWith('provider_')

/** Checks books against orders against provider, and keeps a break of each difference (PO11, O2). */
export function createBreakService({ database, clock, log, payments, operatorFeed }: BreakDeps) {
  const { tables } = database
  const { everyMs, groupsARun, accountsARun, lagMs } = SETTINGS.breaks

  /**
   * Groups that money moved of since the last run, and the next of a walk through all of them. The
   * newest journals are left for the next run: ids of writes that are still under way come between.
   */
  async function suspects(): Promise<{ groupIds: string[]; keep(): Promise<void> }> {
    const at = clock.now()
    const [walk, tail] = await Promise.all([cursorOf(database, WALK), cursorOf(database, TAIL)])
    const until = idsSince('jrn', before(at, lagMs))
    const [moved, next] = await Promise.all([
      journalsBetween(database, tail?.position ?? '', until, groupsARun),
      groupsAfter(database, walk?.position ?? '', groupsARun),
    ])
    return {
      groupIds: [...new Set([...moved.flatMap(({ groupId }) => groupId ?? []), ...next])],
      // Kept when all is looked at: a run that dies is repeated.
      keep: async () => {
        await keepCursor(database, TAIL, moved.at(-1)?.id ?? tail?.position ?? '', at)
        const done = next.length < groupsARun
        await keepCursor(database, WALK, done ? '' : (next.at(-1) ?? ''), at)
      },
    }
  }

  /** What does not agree now, and did not a moment ago: what is being written is no difference. */
  async function lasting(groupIds: readonly string[]) {
    const books = await booksOf(database, groupIds)
    const found = books.flatMap(differencesOf)
    const doubted = [...new Set(found.flatMap(({ groupId }) => groupId ?? []))]
    const again = (await booksOf(database, doubted)).flatMap(differencesOf)
    const both = found.filter((one) => again.some((other) => isSame(one, other)))
    return { books, found: both }
  }

  /** The differences of groups whose provider answered; the others are asked about another time. */
  async function atProvider(books: readonly GroupBooks[]) {
    const found: Difference[] = []
    const answered: string[] = []
    await eachOf(books, SETTINGS.payment.asksAtOnce, async (one) => {
      try {
        const differences: Difference[] = []
        for (const attempt of one.attempts) {
          const { providerRef } = attempt
          const provider = payments.provider(attempt.provider as 'stripe')
          const open = attempt.status === 'requires_action' || attempt.status === 'processing'
          if (provider === undefined || providerRef === null || open) continue
          const charge = await provider.fetch(providerRef)
          differences.push(...providerDifferences(one, { ...attempt, providerRef }, charge))
        }
        found.push(...differences)
        answered.push(one.group.id)
      } catch (error) {
        if (!(error instanceof ProviderUnavailable)) throw error
        log.error('breaks.not_asked', { groupId: one.group.id, ...describeError(error) })
      }
    })
    return { found, answered }
  }

  async function checkGroups(): Promise<void> {
    const { groupIds, keep } = await suspects()
    const { books, found } = await lasting(groupIds)
    const provider = await atProvider(books)
    const known = await breaksOfGroups(database, groupIds)
    const asked = new Set(provider.answered)
    await apply(
      [...found, ...provider.found],
      known.filter((one) => !ofProvider(one) || asked.has(one.groupId ?? '')),
    )
    await keep()
  }

  async function checkAccounts(): Promise<void> {
    const at = clock.now()
    const cursor = await cursorOf(database, ACCOUNTS)
    const accounts = await accountsAfter(database, cursor?.position ?? '', accountsARun)
    const found: Difference[] = []
    for (const account of accounts) {
      const { keptSatang, postedSatang } = await balanceOf(database, account)
      if (keptSatang !== postedSatang) {
        found.push(difference(BALANCE, account, postedSatang, keptSatang))
      }
    }
    await apply(found, await breaksOf(database, BALANCE, accounts))
    const done = accounts.length < accountsARun
    await keepCursor(database, ACCOUNTS, done ? '' : (accounts.at(-1) ?? ''), at)
  }

  async function checkJournals(): Promise<void> {
    const ids = await openJournals(database, groupsARun)
    const found = ids.map((id) => difference(OPEN_JOURNAL, id, 0, 1))
    await apply(found, await breaksOf(database, OPEN_JOURNAL, ids))
  }

  async function apply(differences: readonly Difference[], known: readonly Break[]): Promise<void> {
    const at = clock.now()
    const { fresh, changed, over } = movesOf(differences, known)
    for (const { old, now } of changed) {
      const news = operatorFeed.prepare(newsOf('changed', now, at))
      await database.atomically((q) => [changeBreak(q, tables, old, now, at), news.keep(q)])
      news.show()
    }
    for (const one of fresh) {
      const news = operatorFeed.prepare(newsOf('opened', one, at))
      await database.atomically((q) => [openBreak(q, tables, one, at), news.keep(q)])
      news.show()
    }
    for (const { id } of over) await ended(id, { at, closedBy: null, note: null })
    for (const one of [...fresh, ...changed.map(({ now }) => now)]) {
      log.error('break.opened', { ...one })
    }
  }

  /** False when somebody closed it first. */
  async function ended(id: string, how: Parameters<typeof closeBreak>[3]): Promise<boolean> {
    try {
      await database.atomically((q) => [closeBreak(q, tables, id, how)])
      return true
    } catch (error) {
      if (isStale(error)) return false
      throw error
    }
  }

  async function run(): Promise<void> {
    await checkGroups()
    await checkAccounts()
    await checkJournals()
  }

  return {
    /** One bounded step of all checks. Safe to run twice, and at the same time as another. */
    run,

    /** The same, unless it was run a few minutes ago; part of the minute's jobs. */
    async runIfDue(): Promise<void> {
      const last = await cursorOf(database, WALK)
      if (last !== undefined && after(last.at, everyMs) > clock.now()) return
      await run()
    },

    /** Breaks, newest first. @throws Problem `cursor_invalid` */
    async list({ status, limit, cursor }: ListBreaks): Promise<BreakPage> {
      const sort = `breaks:${status}`
      const position = cursor === undefined ? null : decodeCursor(sort, cursor)
      const rows = await listBreaks(database, status, limit, position)
      const { items, nextCursor } = pageById(rows, limit, sort)
      return { items: items.map(shown), nextCursor }
    },

    /** An operator has an explanation. @throws Problem `not_found`, `transition_refused` */
    async close(operatorId: string, id: string, note: string): Promise<Shown> {
      if ((await breakById(database, id)) === undefined) throw new Problem('not_found')
      const closed = await ended(id, { at: clock.now(), closedBy: operatorId, note })
      if (!closed) throw new Problem('transition_refused')
      const now = await breakById(database, id)
      if (now === undefined) throw new Problem('not_found')
      return shown(now)
    },
  }
}

export type BreakService = ReturnType<typeof createBreakService>

const newsOf = (event: string, one: Difference, at: Date): OperatorNews => ({
  key: `break:${one.kind}:${one.subject}:${at.getTime()}`,
  ...{ topic: 'break', event, subject: one.subject, label: one.kind },
  amountSatang: one.actualSatang - one.expectedSatang,
})

const isSame = (a: Difference, b: Difference): boolean =>
  a.kind === b.kind &&
  a.subject === b.subject &&
  a.expectedSatang === b.expectedSatang &&
  a.actualSatang === b.actualSatang

const difference = (
  kind: string,
  subject: string,
  expectedSatang: number,
  actualSatang: number,
): Difference => ({ kind, subject, groupId: null, expectedSatang, actualSatang })

const shown = ({ openedAt, closedAt, closedBy, note, ...row }: Break): Shown => ({
  ...row,
  openedAt: openedAt.toISOString(),
  ...(closedAt === null ? {} : { closedAt: closedAt.toISOString() }),
  ...(closedBy === null ? {} : { closedBy }),
  ...(note === null ? {} : { note }),
})
