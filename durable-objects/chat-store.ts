import type { ChatHead, ChatPage, Member, Numbered } from '../src/services/chat-room/index.ts'
import { CHAT_SIDES, type ChatSide } from './messages.ts'

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
  CREATE TABLE IF NOT EXISTS flags (name TEXT PRIMARY KEY, value TEXT NOT NULL);`

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
            'SELECT seq, body FROM events WHERE seq < ? ORDER BY seq DESC LIMIT ?',
            before ?? Number.MAX_SAFE_INTEGER,
            most,
          ).reverse()
        : rows('SELECT seq, body FROM events WHERE seq > ? ORDER BY seq LIMIT ?', after, most)
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

  return {
    makeTables: (sql: SqlStorage): void => {
      sql.exec(TABLES)
    },

    get,
    number,

    set(name: Flag, value: string | number): void {
      const text = String(value)
      if (flags.get(name) === text) return
      rows(
        `INSERT INTO flags (name, value) VALUES (?, ?)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
        name,
        text,
      )
      flags.set(name, text)
    },

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

    head(): ChatHead {
      const both = <Value>(value: (side: ChatSide) => Value) =>
        Object.fromEntries(CHAT_SIDES.map((side) => [side, value(side)])) as Record<ChatSide, Value>
      return {
        changes: number('changes'),
        last: page({ limit: 1 })[0] ?? null,
        read: both((side) => number(`read:${side}`)),
        unread: both(unread),
        blocked: both((side) => get(`blocked:${side}`) === '1'),
      }
    },
  }
}

const numbered = ({ seq, body }: Record<string, unknown>): Numbered => ({
  seq: Number(seq),
  event: JSON.parse(String(body)),
})
