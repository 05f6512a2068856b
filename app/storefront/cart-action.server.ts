import type { Api } from '../api.server.ts'
import { MOST_A_LINE, readQuantity, WRONG_QUANTITY } from '../format/quantity.ts'
import { type Outcome, type Problem, settleAll } from '../problem.server.ts'
import type { CartAnswer } from './cart-answer.ts'

/** As many things as a basket holds: the page's own forms ask for no more. */
const MOST = 100

type Calls = (() => Promise<Outcome<unknown>>)[]

/** What a form of the basket asks for: more or fewer of a line, several out, things put (back) in. */
export async function changeCart(api: Api['cart'], form: FormData): Promise<Outcome<null>> {
  const lineIds = textsOf(form, 'lineId')
  const variantIds = textsOf(form, 'variantId')
  // The steps beside the number carry one of their own, which is what was pressed.
  const [step] = textsOf(form, 'step')
  const quantities = (step === undefined ? textsOf(form, 'quantity') : [step]).map(readQuantity)
  const remove = form.get('intent') === 'remove' || (variantIds.length === 0 && quantities[0] === 0)
  if (lineIds.length + variantIds.length > MOST) return refused('validation_failed')
  const needed = variantIds.length + (remove || lineIds.length === 0 ? 0 : 1)
  const wanted = Array.from({ length: needed }, (_, index) => quantities[index] ?? 0)
  if (wanted.some((quantity) => quantity === 0)) return refused(WRONG_QUANTITY)
  return await inTurn([
    ...variantIds.map(
      (id, n) => () => settleAll(api.add({ variantId: id, quantity: wanted[n] ?? 0 })),
    ),
    ...lineIds.map(
      (id) => () => (remove ? out(api, id) : settleAll(api.setQuantity(id, wanted[0] ?? 0))),
    ),
  ])
}

/**
 * Sets how many of each thing there are, whether or not its line is there: 0 takes it out, and what
 * is put back stands where it stood. The same form twice leaves the same basket.
 */
export async function setInCart(api: Api['cart'], form: FormData): Promise<Outcome<null>> {
  const lineIds = textsOf(form, 'lineId')
  const times = textsOf(form, 'addedAt')
  const quantities = textsOf(form, 'quantity').map(readQuantity)
  const things = textsOf(form, 'variantId').flatMap((variantId, n) => {
    const [quantity = null, addedAt = ''] = [quantities[n], times[n]]
    return quantity === null ? [] : [{ variantId, quantity, addedAt, lineId: lineIds[n] ?? '' }]
  })
  if (things.length < form.getAll('variantId').length) return refused(WRONG_QUANTITY)
  if (things.length > MOST) return refused('validation_failed')
  return await inTurn(things.map((thing) => () => setThing(api, thing)))
}

type Thing = { variantId: string; quantity: number; addedAt: string; lineId: string }

async function setThing(api: Api['cart'], thing: Thing): Promise<Outcome<unknown>> {
  const { variantId, quantity, addedAt } = thing
  const setLine = (id: string) =>
    settleAll(quantity === 0 ? api.remove(id) : api.setQuantity(id, quantity))
  const done = thing.lineId === '' ? gone : await setLine(thing.lineId)
  if (!isGone(done)) return done
  // Its line may have got another id meanwhile, in another tab or by being put back.
  const cart = await settleAll(api.read())
  if (!cart.ok) return cart
  const lines = cart.value.groups.flatMap((group) => group.lines)
  const line = lines.find((one) => one.variantId === variantId)
  if (line !== undefined) return await setLine(line.id)
  if (quantity === 0) return nothing
  return await settleAll(api.add({ variantId, quantity, ...(addedAt === '' ? {} : { addedAt }) }))
}

const isGone = (done: Outcome<unknown>): boolean => !done.ok && done.problem.code === 'not_found'

/** A line that is gone already is what the shopper wanted. */
async function out(api: Api['cart'], id: string): Promise<Outcome<unknown>> {
  const done = await settleAll(api.remove(id))
  return isGone(done) ? nothing : done
}

const textsOf = (form: FormData, name: string): string[] => form.getAll(name).map(String)

/** One after the other: each is a new version of the same basket. What was refused first is told. */
async function inTurn(calls: Calls): Promise<Outcome<null>> {
  let first: Problem | null = null
  for (const call of calls) {
    const done = await call()
    if (!done.ok) first ??= done.problem
    if (first?.code === 'rate_limited') break
  }
  return first === null ? nothing : { ok: false, problem: first }
}

const nothing: Outcome<null> = { ok: true, value: null }

const refused = (code: string): Outcome<never> => ({
  ok: false,
  problem: { status: 400, code, requestId: '' },
})

const gone = refused('not_found')

export function answerOf(outcome: Outcome<null>, form: FormData): CartAnswer {
  const lineIds = textsOf(form, 'lineId')
  if (outcome.ok) return { problem: null, lineIds }
  const { code, requestId } = outcome.problem
  const available = availableIn(outcome.problem)
  return {
    problem: code,
    lineIds,
    ...(requestId === '' ? {} : { requestId }),
    ...(available === null ? {} : { available }),
    ...(outcome.problem.status >= 500 ? { unreached: true } : {}),
  }
}

/** How many there are of the first thing that a refusal names. */
export function availableIn({ items }: Problem): number | null {
  const [item] = Array.isArray(items) ? (items as { available?: unknown }[]) : []
  return typeof item?.available === 'number' ? Math.min(item.available, MOST_A_LINE) : null
}
