import { and, eq } from 'drizzle-orm'
import { before, type Clock } from '#src/common/clock.ts'
import { isProblem, Problem } from '#src/common/problem.ts'
import { SETTINGS } from '#src/config/settings.ts'
import { type Database, one, type Query, type Statement } from './database.ts'
import { forgetOldest } from './forget.ts'
import { first, isConflict, isStale } from './portable.ts'

/** A request that must have one effect however often it is sent (design §4.9; I1–I4). */
export type KeyedRequest = {
  /** Who asks and which route: `{principal} {method} {route}`. */
  scope: string
  key: string
  /** Hash of the body in canonical form. */
  requestHash: string
}

/** What the first call answered; `body` is plain JSON of at most 64 KB. */
export type StoredAnswer = { status: number; body: unknown }

export type KeyedSteps = {
  /**
   * Decides and commits the effect in one atomic write that starts with `claim(q, resourceId)`, and
   * answers the resource's id. May throw: then nothing was committed and the key stays free. Given
   * the whole `answer`, since nobody has to be asked after the commit, the claim stores it at once
   * and `finish` is left out.
   */
  begin(claim: Claim): Promise<string>
  /**
   * Goes on after the commit, such as asking the provider; must be safe to run again for a resource.
   * `alongside` joins the write that stores the answer. When that meets a change that somebody made
   * meanwhile, `finish` is asked `again` and must look at what is there now.
   */
  finish(
    resourceId: string,
    again: boolean,
  ): Promise<StoredAnswer & { alongside?: (q: Query) => Statement[] }>
}

export type Claim = (q: Query, resourceId: string, answer?: StoredAnswer) => Statement

type Deps = { database: Database; clock: Clock; sleep(ms: number): Promise<void> }

/**
 * Runs a keyed request once. Same key and body: the same answer; another body: 422
 * `idempotency_key_reused`; still running after 5 s: 409 `request_in_progress` with Retry-After 1.
 * A crashed holder's key is taken over after its lease and finished, never begun again.
 */
export async function idempotently(
  deps: Deps,
  request: KeyedRequest,
  { begin, finish }: KeyedSteps,
): Promise<StoredAnswer> {
  const { database, clock } = deps
  let resourceId: string
  let known: StoredAnswer | undefined
  try {
    resourceId = await begin((q, id, answer) => {
      known = answer
      return claimKey(q, database, request, { resourceId: id, answer, at: clock.now() })
    })
  } catch (error) {
    // Nothing was committed. A call with this key that was first explains why: it emptied the cart
    // we looked at, or holds the key; asking only now spares every first call the look-up.
    const winner = await findKey(database, request)
    if (winner === undefined) throw error
    // What is wrong with this request by itself comes before whose key it carries (design §4.9).
    const other = winner.requestHash !== request.requestHash
    if (other && isProblem(error) && error.status <= 404) throw error
    return await follow(deps, request, winner, finish)
  }
  return known ?? (await complete(database, request, resourceId, finish))
}

/** Forgets answered keys older than a day, some a run; the effects' own unique keys outlive them. */
export async function forgetOldKeys(database: Database, now: Date): Promise<void> {
  const { idempotencyKeys } = database.tables
  const rows = { table: idempotencyKeys, at: idempotencyKeys.createdAt }
  await forgetOldest(database, rows, before(now, SETTINGS.idempotency.keepMs))
}

const ROUNDS = 5

type KeyRow = NonNullable<Awaited<ReturnType<typeof findKey>>>

async function findKey(database: Database, { scope, key }: KeyedRequest) {
  const { idempotencyKeys } = database.tables
  return first(
    await database
      .select()
      .from(idempotencyKeys)
      .where(and(eq(idempotencyKeys.scope, scope), eq(idempotencyKeys.key, key))),
  )
}

function claimKey(
  q: Query,
  database: Database,
  request: KeyedRequest,
  { resourceId, answer, at }: { resourceId: string; answer: StoredAnswer | undefined; at: Date },
): Statement {
  return q.insert(database.tables.idempotencyKeys).values({
    ...request,
    resourceId,
    ...(answer === undefined ? { state: 'pending' as const } : done(answer)),
    leaseUntilMs: at.getTime() + SETTINGS.idempotency.leaseMs,
    createdAt: at,
  })
}

const done = ({ status, body }: StoredAnswer) =>
  ({ state: 'done', status, body: JSON.stringify(body) }) as const

async function follow(
  deps: Deps,
  request: KeyedRequest,
  found: KeyRow,
  finish: KeyedSteps['finish'],
): Promise<StoredAnswer> {
  const { database, clock, sleep } = deps
  const giveUpAt = clock.now().getTime() + SETTINGS.idempotency.waitMs
  let row: KeyRow | undefined = found
  for (let pauseMs = 50; row !== undefined; pauseMs = Math.min(pauseMs * 2, 500)) {
    if (row.requestHash !== request.requestHash) throw new Problem('idempotency_key_reused')
    if (row.state === 'done') return stored(row)
    const now = clock.now().getTime()
    if (row.leaseUntilMs <= now && (await takeOver(database, request, row.leaseUntilMs, now))) {
      return await complete(database, request, row.resourceId, finish)
    }
    if (now >= giveUpAt) break
    await sleep(pauseMs)
    row = await findKey(database, request)
  }
  throw new Problem('request_in_progress', { retryAfterSeconds: 1 })
}

async function takeOver(
  database: Database,
  { scope, key }: KeyedRequest,
  seenLeaseMs: number,
  nowMs: number,
): Promise<boolean> {
  const { idempotencyKeys } = database.tables
  try {
    await database.atomically((q) => [
      one(
        q
          .update(idempotencyKeys)
          .set({ leaseUntilMs: nowMs + SETTINGS.idempotency.leaseMs })
          .where(
            and(
              eq(idempotencyKeys.scope, scope),
              eq(idempotencyKeys.key, key),
              eq(idempotencyKeys.state, 'pending'),
              eq(idempotencyKeys.leaseUntilMs, seenLeaseMs),
            ),
          ),
      ),
    ])
    return true
  } catch (error) {
    if (isStale(error)) return false
    throw error
  }
}

async function complete(
  database: Database,
  { scope, key }: KeyedRequest,
  resourceId: string,
  finish: KeyedSteps['finish'],
): Promise<StoredAnswer> {
  const { idempotencyKeys } = database.tables
  const mine = and(eq(idempotencyKeys.scope, scope), eq(idempotencyKeys.key, key))
  for (let round = 1; ; round += 1) {
    const { alongside, ...answer } = await finish(resourceId, round > 1)
    try {
      await database.atomically((q) => [
        one(
          q
            .update(idempotencyKeys)
            .set(done(answer))
            .where(and(mine, eq(idempotencyKeys.state, 'pending'))),
        ),
        ...(alongside?.(q) ?? []),
      ])
      return answer
    } catch (error) {
      if (!isStale(error) && !isConflict(error)) throw error
      // A slow holder whose lease was taken over: the first answer stored is everybody's.
      const row = first(await database.select().from(idempotencyKeys).where(mine))
      if (row?.state === 'done') return stored(row)
      // What the answer speaks of moved meanwhile: a webhook overtook the provider's own answer.
      if (row === undefined || round === ROUNDS) throw error
    }
  }
}

const stored = ({ status, body }: KeyRow): StoredAnswer => ({
  status: status ?? 200,
  body: JSON.parse(body ?? 'null'),
})
