import { createHash } from 'node:crypto'
import type {
  ChatHead,
  ChatPage,
  Member,
  Numbered,
  TakenBack,
} from '../src/services/chat-room/index.ts'
import { CHAT_SIDES, type ChatMessage, type ChatSide } from './messages.ts'

type Flag =
  | 'room'
  | 'changes'
  | 'told'
  | 'tries'
  | 'hours'
  | 'awayAt'
  | `${'read' | 'blocked'}:${ChatSide}`

export const OTHER = { shopper: 'shop', shop: 'shopper' } as const

const PAGE = 200
const MOST_UNREAD = 100

const TABLES = `
  CREATE TABLE IF NOT EXISTS members (
    user_id TEXT PRIMARY KEY, side TEXT NOT NULL, name TEXT NOT NULL, until INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS flags (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS edits (
    seq INTEGER PRIMARY KEY, change INTEGER NOT NULL UNIQUE, picture TEXT);`

const MESSAGES = `SELECT events.seq AS seq, body, coalesce(change, 0) AS change
  FROM events LEFT JOIN edits ON edits.seq = events.seq`

/**
 * Under which key somebody's message is kept. A client id is a text of theirs and may say anything:
 * its hash outlives what was said, so that a late second try is known and brings nothing back.
 */
export const keyOf = (userId: string, clientId: string): string =>
  `${userId}:${createHash('sha256').update(clientId).digest('base64url')}`

/** All keys of somebody are between these two: `;` is what comes after `:`. */
const keysOf = (userId: string) => [`${userId}:`, `${userId};`] as const

/** What a room keeps beside its events: who may speak, and how the talk stands. */
export function chatStore(open: () => SqlStorage) {
  const rows = (query: string, ...bound: (string | number | null)[]) =>
    open()
      .exec(query, ...bound)
      .toArray()

  // An object is alone with its storage: what was read or written once need not be asked for again.
  const flags = new Map<Flag, string | null>()
  const members = new Map<string, Member | null>()

  function get(name: Flag): string | null {
    const known = flags.get(name)
    if (known !== undefined) return known
    const row = rows('SELECT value FROM flags WHERE name = ?', name)[0]
    const value = row === undefined ? null : String(row.value)
    flags.set(name, value)
    return value
  }

  function readMember(userId: string): Member | null {
    const [row] = rows('SELECT side, name, until FROM members WHERE user_id = ?', userId)
    if (row === undefined) return null
    const side = row.side === 'shop' ? 'shop' : 'shopper'
    return { userId, side, name: String(row.name), untilMs: Number(row.until) }
  }

  const number = (name: Flag): number => Number(get(name) ?? 0)

  function page({ after, before, limit }: ChatPage): Numbered[] {
    const most = Math.min(limit, PAGE)
    const found =
      after === undefined
        ? rows(
            `${MESSAGES} WHERE events.seq < ? ORDER BY events.seq DESC LIMIT ?`,
            before ?? Number.MAX_SAFE_INTEGER,
            most,
          ).reverse()
        : rows(`${MESSAGES} WHERE events.seq > ? ORDER BY events.seq LIMIT ?`, after, most)
    return found.map(numbered)
  }

  function unread(side: ChatSide): number {
    const [row] = rows(
      'SELECT count(*) AS unread FROM (SELECT 1 FROM events WHERE seq > ? AND side = ? LIMIT ?)',
      number(`read:${side}`),
      OTHER[side],
      MOST_UNREAD,
    )
    return Number(row?.unread ?? 0)
  }

  function set(name: Flag, value: string | number): void {
    const text = String(value)
    if (flags.get(name) === text) return
    rows(
      `INSERT INTO flags (name, value) VALUES (?, ?)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
      name,
      text,
    )
    flags.set(name, text)
  }

  /** Each edit is a change of its own, by which the copy in the database follows it. */
  function change(seq: number, event: ChatMessage, picture: string | null = null): void {
    set('changes', number('changes') + 1)
    rows('UPDATE events SET body = ? WHERE seq = ?', JSON.stringify(event), seq)
    rows(
      `INSERT INTO edits (seq, change, picture) VALUES (?, ?, ?)
      ON CONFLICT (seq) DO UPDATE SET change = excluded.change`,
      seq,
      number('changes'),
      picture,
    )
  }

  return {
    makeTables: (sql: SqlStorage): void => {
      sql.exec(TABLES)
    },

    get,
    number,

    set,

    /** The storage was emptied: nothing is known any more. */
    forget(): void {
      flags.clear()
      members.clear()
    },

    /** Who may speak now; null for everybody else. */
    member(userId: string | null, nowMs: number): Member | null {
      if (userId === null) return null
      let known = members.get(userId)
      if (known === undefined) {
        known = readMember(userId)
        members.set(userId, known)
      }
      return known === null || known.untilMs <= nowMs ? null : known
    },

    keepMember({ userId, side, name, untilMs }: Member): void {
      rows(
        `INSERT INTO members (user_id, side, name, until) VALUES (?, ?, ?, ?)
        ON CONFLICT (user_id) DO UPDATE SET
          side = excluded.side, name = excluded.name, until = excluded.until`,
        userId,
        side,
        name,
        untilMs,
      )
      members.set(userId, { userId, side, name, untilMs })
    },

    dropMember: (userId: string): void => {
      members.delete(userId)
      rows('DELETE FROM members WHERE user_id = ?', userId)
    },

    /** Drops memberships that are over; answers when the next one is, or null. */
    dropEnded(nowMs: number): number | null {
      members.clear()
      rows('DELETE FROM members WHERE until <= ?', nowMs)
      const next = rows('SELECT min(until) AS next FROM members')[0]?.next ?? null
      return next === null ? null : Number(next)
    },

    page,

    edited: (after: number, limit: number): Numbered[] =>
      rows(`${MESSAGES} WHERE change > ? ORDER BY change LIMIT ?`, after, limit).map(numbered),

    takeBack(userId: string, seq: number, sinceMs: number): TakenBack {
      const [row] = rows(
        `${MESSAGES} WHERE events.seq = ? AND key >= ? AND key < ?`,
        seq,
        ...keysOf(userId),
      )
      if (row === undefined) return { refused: 'absent' }
      const { event } = numbered(row)
      if (event.body.type === 'removed') {
        const [known] = rows('SELECT picture FROM edits WHERE seq = ?', seq)
        return { picture: typeof known?.picture === 'string' ? known.picture : null }
      }
      if (Date.parse(event.at) < sinceMs) return { refused: 'late' }
      const picture = event.body.type === 'picture' ? event.body.url : null
      change(seq, withoutWords(event), picture)
      return { picture }
    },

    /** The numbers of the messages whose words are gone now. */
    erase(userId: string, untilMs: number): number[] {
      members.delete(userId)
      rows('DELETE FROM members WHERE user_id = ?', userId)
      const own = rows(
        `${MESSAGES} WHERE key >= ? AND key < ? ORDER BY events.seq`,
        ...keysOf(userId),
      ).map(numbered)
      const gone: number[] = []
      for (const { seq, event } of own) {
        if (Date.parse(event.at) > untilMs) continue
        if (event.from === 'shop' && event.by !== undefined) change(seq, withoutName(event))
        if (event.from === 'shop' || event.body.type === 'removed') continue
        change(seq, withoutWords(event))
        gone.push(seq)
      }
      return gone
    },

    head(): ChatHead {
      const both = <Value>(value: (side: ChatSide) => Value) =>
        Object.fromEntries(CHAT_SIDES.map((side) => [side, value(side)])) as Record<ChatSide, Value>
      return {
        changes: number('changes'),
        edited: Number(rows('SELECT max(change) AS newest FROM edits')[0]?.newest ?? 0),
        last: page({ limit: 1 })[0] ?? null,
        read: both((side) => number(`read:${side}`)),
        unread: both(unread),
        blocked: both((side) => get(`blocked:${side}`) === '1'),
      }
    },
  }
}

const numbered = ({ seq, body, change }: Record<string, unknown>): Numbered => ({
  seq: Number(seq),
  event: JSON.parse(String(body)),
  edit: Number(change),
})

/** What is left of a message: when, on which side, and that it is gone. */
const withoutWords = ({ kind, at, from }: ChatMessage): ChatMessage => ({
  ...{ kind, at, from, body: { type: 'removed' } },
})

const withoutName = ({ by: _, ...event }: ChatMessage): ChatMessage => event
