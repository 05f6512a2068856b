import { HOSTILE } from './corpus.ts'
import { complaints, follow, type Schema, type Schemas } from './json-schema.ts'
import { MASS_ASSIGNED } from './mass-assignment.ts'
import type { Operation, Sent } from './open-document.ts'

/** One change to a valid request. */
export type Mutant = {
  /** Where it is changed: `body address.line1`, `query limit`, `path id`, `header Authorization`. */
  field: string
  what: string
  /** The text that was put in, when it is one of the corpus. */
  text?: string
  apply(sent: Sent): Sent
}

type Step = string | number

const UNKNOWN_IDS = ['adr_00000000000000000000000000', 'x', 'ORD_1', '0', '-1', '*', 'null', '%2A']
const LONG = 'a'.repeat(10_000)

/** Every mutant of a valid request: each part of it, one at a time. */
export function mutantsOf(operation: Operation, sent: Sent): Mutant[] {
  return [
    ...Object.keys(sent.path).flatMap(pathMutants),
    ...queryMutants(operation, sent),
    ...headerMutants(operation, sent),
    ...(operation.body === undefined
      ? []
      : bodyMutants(operation.body, sent.body, operation.schemas, [])),
  ]
}

function pathMutants(name: string): Mutant[] {
  const field = `path ${name}`
  const put = (text: string) => (sent: Sent) => ({ ...sent, path: { ...sent.path, [name]: text } })
  return [
    ...UNKNOWN_IDS.map((text) => ({ field, what: `unknown id ${text}`, apply: put(text) })),
    // A segment of dots is taken out of a URL before it is sent.
    ...corpus((text) => ({ field, apply: put(text) })).filter(
      ({ text = '' }) => !/^\.+$/.test(text),
    ),
  ]
}

function queryMutants({ parameters }: Operation, sent: Sent): Mutant[] {
  const declared = parameters.filter((parameter) => parameter.in === 'query')
  const rest = ({ query }: Sent, name: string) => query.filter(([key]) => key !== name)
  const put = (name: string, text: string) => (old: Sent) => ({
    ...old,
    query: [...rest(old, name), [name, text] as const],
  })
  const one = declared.flatMap(({ name }) => {
    const field = `query ${name}`
    const value = sent.query.find(([key]) => key === name)?.[1] ?? '1'
    const twice: readonly (readonly [string, string])[] = [
      [name, value],
      [name, value],
    ]
    return [
      { field, what: 'missing', apply: (old: Sent) => ({ ...old, query: rest(old, name) }) },
      {
        field,
        what: 'twice',
        apply: (old: Sent) => ({ ...old, query: [...rest(old, name), ...twice] }),
      },
      {
        field,
        what: 'as an array',
        apply: (old: Sent) => ({
          ...old,
          query: [...rest(old, name), [`${name}[]`, value] as const],
        }),
      },
      ...corpus((text) => ({ field, apply: put(name, text) })),
    ]
  })
  const names = MASS_ASSIGNED.filter(([name]) => !declared.some((known) => known.name === name))
  const extra = names.map(([name, value]) => ({
    field: 'query',
    what: `extra ${name}`,
    apply: put(name, String(value)),
  }))
  return [...one, ...extra]
}

function headerMutants({ parameters }: Operation, sent: Sent): Mutant[] {
  const declared = parameters.filter((parameter) => parameter.in === 'header')
  const names = [...declared.map(({ name }) => name), 'Authorization']
  return names.flatMap((name) => {
    const field = `header ${name}`
    const put = (text: string) => (old: Sent) => ({
      ...old,
      headers: { ...old.headers, [name]: text },
    })
    const token = sent.headers.Authorization ?? 'Bearer x'
    const tokens = name === 'Authorization' ? badTokens(token) : []
    return [
      {
        field,
        what: 'missing',
        apply: (old: Sent) => {
          const { [name]: _, ...headers } = old.headers
          return { ...old, headers }
        },
      },
      ...tokens.map((text) => ({ field, what: text.slice(0, 40), apply: put(text) })),
      ...corpus((text) => ({ field, apply: put(text) })).filter(({ text }) => fitsAHeader(text)),
    ]
  })
}

/** Bearer tokens that must not pass: no algorithm, another's signature, cut, doubled, other schemes. */
function badTokens(token: string): string[] {
  const [head = '', claims = '', signature = ''] = token.replace('Bearer ', '').split('.')
  const part = (value: object) => btoa(JSON.stringify(value)).replaceAll('=', '')
  const none = part({ alg: 'none', typ: 'at+jwt' })
  const hs256 = part({ alg: 'HS256', typ: 'at+jwt', kid: 'test' })
  const operator = part({ sub: 'usr_1', sid: 'ses_1', roles: ['operator'], iss: 'talat' })
  return [
    'Bearer',
    'Bearer ',
    'Bearer null',
    'Basic YTpi',
    `Token ${head}.${claims}.${signature}`,
    `Bearer ${none}.${claims}.`,
    `Bearer ${none}.${operator}.`,
    `Bearer ${hs256}.${claims}.${signature}`,
    `Bearer ${head}.${operator}.${signature}`,
    `Bearer ${head}.${claims}`,
    `Bearer ${head}.${claims}.${signature.slice(0, -2)}`,
    `Bearer ${head}.${claims}.${signature}, Bearer x`,
  ]
}

// Other letters are tried in routing.worker.test.ts: the runtime prints a warning for each.
const fitsAHeader = (text = '') => /^[\t\x20-\x7e]*$/.test(text)

function bodyMutants(given: Schema, value: unknown, schemas: Schemas, at: Step[]): Mutant[] {
  const schema = chosen(follow(given, schemas), value, schemas)
  const field = `body ${at.join('.')}`.trim()
  const put = (changed: unknown) => (old: Sent) => ({
    ...old,
    body: replaced(old.body, at, changed),
  })
  const here: Mutant[] = wrongShapes(value).map(([what, changed]) => ({
    field,
    what,
    apply: put(changed),
  }))
  if (typeof value === 'string') here.push(...corpus((text) => ({ field, apply: put(text) })))
  if (Array.isArray(value)) {
    const many = Array.from({ length: 1001 }, () => 'x')
    return [...here, { field, what: 'many items', apply: put(many) }]
  }
  if (typeof value !== 'object' || value === null) return here
  const properties = schema.properties ?? {}
  for (const [name, extra] of MASS_ASSIGNED) {
    if (Object.hasOwn(properties, name)) continue
    const widened = { ...value, ...Object.fromEntries([[name, extra]]) }
    // A spread of it would set the prototype of the copy instead of a field.
    Object.defineProperty(widened, name, { value: extra, enumerable: true })
    here.push({ field, what: `extra ${name}`, apply: put(widened) })
  }
  const { additionalProperties: rest } = schema
  const inside = Object.entries(value).flatMap(([name, item]) => {
    const sub = Object.hasOwn(properties, name) ? properties[name] : rest
    if (typeof sub !== 'object') throw new RangeError(`${field}.${name} is not in the document`)
    return bodyMutants(sub, item, schemas, [...at, name])
  })
  return [...here, ...inside]
}

/** Of a choice of shapes the one that the value has. */
function chosen(schema: Schema, value: unknown, schemas: Schemas): Schema {
  const fits = (sub: Schema) => complaints(sub, value, schemas).length === 0
  const shape = (schema.oneOf ?? schema.anyOf)?.find(fits)
  return shape === undefined ? schema : follow(shape, schemas)
}

function wrongShapes(value: unknown): [string, unknown][] {
  const shapes: [string, unknown][] = [
    ['missing', undefined],
    ['null', null],
    ['true', true],
    ['false', false],
    ['0', 0],
    ['1', 1],
    ['-1', -1],
    ['1.5', 1.5],
    ['1e309', Infinity],
    ['2^53-1', Number.MAX_SAFE_INTEGER],
    ['2^53+1', 9007199254740993n],
    ['-2^63', -(2n ** 63n)],
    ['a digit as text', '1'],
    ['10,000 characters', LONG],
    ['[]', []],
    ['in an array', [value]],
    ['{}', {}],
    ['in an object', { value }],
    ['a date', '2026-11-22T00:00:00Z'],
  ]
  return shapes.filter(([, shape]) => shape !== value)
}

function replaced(body: unknown, [step, ...rest]: Step[], value: unknown): unknown {
  if (step === undefined) return value
  const record = body as Record<string, unknown>
  const { [step]: old, ...others } = record
  const changed = replaced(old, rest, value)
  return changed === undefined ? others : { ...others, [step]: changed }
}

const corpus = (mutant: (text: string) => Omit<Mutant, 'what' | 'text'>): Mutant[] =>
  HOSTILE.map(({ kind, text }) => ({ ...mutant(text), what: `${kind}: ${shown(text)}`, text }))

const shown = (text: string) => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)
