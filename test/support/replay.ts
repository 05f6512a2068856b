import { type Actor, transition } from '#src/order/rules.ts'

type Moves<Status extends string> = Parameters<typeof transition<Status>>[0]

/** A row of a history, as it is kept. */
export type Kept = { event: string; fromStatus: string | null; toStatus: string; actor: string }

/**
 * The state that a history leads to, oldest first, each step taken by its table.
 * @throws Problem `transition_refused` for a step that is not in it; RangeError for one that leads
 * elsewhere than it says
 */
export function replay<Status extends string>(
  moves: Moves<Status>,
  history: readonly Kept[],
): Status {
  const [birth, ...steps] = history
  if (birth === undefined || birth.fromStatus !== null)
    throw new RangeError('a history has a birth')
  return steps.reduce((state, { event, actor, fromStatus, toStatus }) => {
    const to = transition(moves, state, event, actor as Actor)
    if (fromStatus !== state || toStatus !== to) throw new RangeError(`${event} leads elsewhere`)
    return to
  }, birth.toStatus as Status)
}
