import type { Example, Readable } from './examples/example.ts'
import { type Mutant, mutantsOf } from './mutants.ts'
import { asRequest, forbidden, type Operation, type Sent } from './open-document.ts'
import { answered, faults, type Judged } from './oracle.ts'
import { isWorthSending, MAY_STORE, shouldBe, TAKES_TEXT } from './stored-text.ts'
import type { World } from './world.ts'

export type Tally = { key: string; fields: number; cases: number; ms: number; faults: string[] }

const AT_ONCE = 6

/** Sends every mutant of every example of an operation and says what is wrong with the answers. */
export async function attack(
  world: World,
  operation: Operation,
  examples: readonly Example[],
): Promise<Tally> {
  const startedAt = Date.now()
  const fields = new Set<string>()
  const found: string[] = []
  let cases = 0
  for (const [n, example] of examples.entries()) {
    const sent = await example.make(world)
    const first = await send(world, operation, sent)
    found.push(...faults(operation, first).map((fault) => `valid: ${fault}`))
    if (first.status >= 400) found.push(`valid: refused: ${first.text}`)
    const last = n === examples.length - 1
    const mutants = mutantsOf(operation, sent).filter((mutant) => {
      const { field } = mutant
      const due = field.startsWith('body') || (!fields.has(field) && (last || has(sent, field)))
      return due && isWorthSending(world.kind, operation.key, mutant)
    })
    for (const { field } of mutants) fields.add(field)
    cases += mutants.length
    found.push(...(await attackWith(world, operation, example, mutants)))
  }
  return {
    key: operation.key,
    fields: fields.size,
    cases,
    ms: Date.now() - startedAt,
    faults: found,
  }
}

async function attackWith(
  world: World,
  operation: Operation,
  example: Example,
  mutants: readonly Mutant[],
): Promise<string[]> {
  const found: string[] = []
  const changes = operation.method !== 'GET'
  let sent = await example.make(world)
  await world.market.rest()
  const { wrong = [], open = [] } = Object.groupBy(mutants, ({ apply }) =>
    forbidden(operation, apply(sent)).length > 0 ? 'wrong' : 'open',
  )
  const valid = changes ? undefined : await send(world, operation, sent)

  const refuse = async ({ field, what, apply }: Mutant) => {
    const answer = await send(world, operation, apply(sent))
    const say = (fault: string) => found.push(`${field} ${what}: ${fault}`)
    faults(operation, answer).forEach(say)
    if (answer.status < 400) say(`is taken, though: ${forbidden(operation, apply(sent))}`)
  }
  const { taken = [], refused = [] } = Object.groupBy(open, (mutant) =>
    !changes || mayBeTaken(operation.key, mutant) ? 'taken' : 'refused',
  )
  const before = JSON.stringify(await world.count())
  await inTurns([...wrong, ...refused], refuse)
  await world.market.rest()
  let rows = JSON.stringify(await world.count())
  if (rows !== before) found.push(`a refusal changed rows: ${before} → ${rows}`)

  const tryOpen = async (mutant: Mutant) => {
    const { field, what, text, apply } = mutant
    const say = (fault: string) => found.push(`${field} ${what}: ${fault}`)
    const changed = apply(sent)
    const answer = await send(world, operation, changed)
    faults(operation, answer).forEach(say)
    if (!changes) {
      const ignored = field === 'query' && answer.text !== valid?.text
      if (ignored) say('an unknown parameter changes the answer')
      return
    }
    if (answer.status === 429) {
      sent = await example.make(world)
    } else if (answer.status < 400) {
      if (text !== undefined)
        (await judgeTaken(world, operation, example, mutant, changed, answer)).forEach(say)
      if (example.again !== true) sent = await example.make(world)
    } else if (JSON.stringify(await world.count()) !== rows) {
      say('a refusal changed rows')
    } else {
      return
    }
    await world.market.rest()
    rows = JSON.stringify(await world.count())
  }
  if (changes) for (const mutant of taken) await tryOpen(mutant)
  else await inTurns(taken, tryOpen)
  return found
}

// Only what fits the document and is no text, or goes into a field of people's own words.
const mayBeTaken = (key: string, { field, text }: Mutant) =>
  text === undefined ||
  isBlankHeader(field, text) ||
  MAY_STORE.has(`${key} ${field}`) ||
  TAKES_TEXT.has(`${key} ${field}`)

const isBlankHeader = (field: string, text: string) =>
  field.startsWith('header') && text.trim() === ''

function has(sent: Sent, field: string): boolean {
  const [place, name = ''] = field.split(' ')
  if (place === 'query') return name === '' || sent.query.some(([key]) => key === name)
  return place === 'header' ? Object.hasOwn(sent.headers, name) : true
}

/** A hostile text was taken: then it is one that may be, and is read again as it was written. */
async function judgeTaken(
  world: World,
  operation: Operation,
  example: Example,
  { field, text = '' }: Mutant,
  sent: Sent,
  answer: Judged,
): Promise<string[]> {
  const name = `${operation.key} ${field}`
  if (TAKES_TEXT.has(name)) return []
  if (isBlankHeader(field, text)) return []
  if (!MAY_STORE.has(name)) return ['is taken']
  const expected = shouldBe(text)
  const said = texts(answer.body).includes(expected) ? [] : ['is not answered verbatim']
  const back = example.readBack?.(answer.body as Readable, sent)
  if (back === undefined) return [...said, 'cannot be read again']
  const read = await answered(world.market.request(`/api${back.from}`, { headers: back.headers }))
  return texts(read.body).includes(expected) ? said : [...said, 'is not stored verbatim']
}

const texts = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : []
}

const send = async (world: World, operation: Operation, sent: Sent): Promise<Judged> =>
  await answered(world.market.fetch(asRequest(operation, sent)))

async function inTurns<Item>(items: readonly Item[], run: (item: Item) => Promise<unknown>) {
  for (let start = 0; start < items.length; start += AT_ONCE) {
    await Promise.all(items.slice(start, start + AT_ONCE).map(run))
  }
}
