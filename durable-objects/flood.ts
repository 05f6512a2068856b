/** How much one socket has sent lately; it hibernates with the socket. */
export type Flow = { windowStart: number; frames: number; warnedAt: number }

export const NO_FLOW: Flow = { windowStart: 0, frames: 0, warnedAt: 0 }

const WINDOW_MS = 1000
const MOST_FRAMES = 20
/** Who floods again within that time of being told is sent away. */
const MEMORY_MS = 60_000

/**
 * What becomes of one more frame: taken, or one word to whoever sends too much, what was on its way
 * dropped, and whoever goes on sent away (R8).
 */
export function flowed(
  flow: Flow,
  nowMs: number,
): { flow: Flow; answer: 'take' | 'warn' | 'drop' | 'close' } {
  const fresh = nowMs - flow.windowStart > WINDOW_MS
  const next = fresh
    ? { ...flow, windowStart: nowMs, frames: 1 }
    : { ...flow, frames: flow.frames + 1 }
  if (next.frames <= MOST_FRAMES) return { flow: next, answer: 'take' }
  const warned = nowMs - flow.warnedAt < MEMORY_MS
  if (!warned) return { flow: { ...next, warnedAt: nowMs }, answer: 'warn' }
  const goesOn = next.frames > 2 * MOST_FRAMES || flow.warnedAt < next.windowStart
  return { flow: next, answer: goesOn ? 'close' : 'drop' }
}
