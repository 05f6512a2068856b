/** The part of JSON Schema 2020-12 that zod writes for our routes; anything else is refused loudly. */
export type Schema = {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  propertyNames?: Schema
  items?: Schema
  maxItems?: number
  minItems?: number
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  format?: string
  default?: unknown
  description?: string
}

const KNOWN = new Set([
  ...['$ref', 'type', 'enum', 'const', 'properties', 'required', 'additionalProperties'],
  ...['propertyNames', 'items', 'maxItems', 'minItems', 'anyOf', 'oneOf', 'allOf', 'minimum'],
  ...['maximum', 'exclusiveMinimum', 'minLength', 'maxLength', 'pattern', 'format', 'default'],
  ...['description', 'title', 'examples', 'id', '$schema'],
])

export type Schemas = Record<string, Schema>
type Options = {
  /** Every object without additionalProperties is closed: an answer says what it has, and no more. */
  closed?: boolean
}

/** Where a `$ref` leads. */
export function follow(schema: Schema, schemas: Schemas): Schema {
  if (schema.$ref === undefined) return schema
  const named = schemas[schema.$ref.replace('#/components/schemas/', '')]
  if (named === undefined) throw new RangeError(`the document has no ${schema.$ref}`)
  return follow(named, schemas)
}

/** What is wrong with a value, as `path: complaint`; empty when it fits. Interpreted: workerd has no eval. */
export function complaints(
  given: Schema,
  value: unknown,
  schemas: Schemas,
  options: Options = {},
  path = '',
): string[] {
  const schema = follow(given, schemas)
  const unknown = Object.keys(schema).filter((word) => !KNOWN.has(word))
  if (unknown.length > 0) throw new RangeError(`teach complaints() ${unknown.join(', ')}`)
  const say = (what: string) => [`${path || '/'}: ${what}`]
  const inner = (sub: Schema, at: unknown, step: string) =>
    complaints(sub, at, schemas, options, `${path}/${step}`)

  if (schema.allOf !== undefined) return schema.allOf.flatMap((sub) => inner(sub, value, ''))
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) {
    const tried = choices.map((sub) => complaints(sub, value, schemas, options, path))
    return tried.some((list) => list.length === 0) ? [] : tried.flat().slice(0, 5)
  }
  if (schema.const !== undefined && value !== schema.const) return say('is another constant')
  if (schema.enum !== undefined && !schema.enum.includes(value)) return say('is not in the list')
  const types = schema.type === undefined ? [] : [schema.type].flat()
  if (types.length > 0 && !types.some((type) => isOfType(value, type))) {
    return say(`is not ${types.join(' or ')}`)
  }
  if (typeof value === 'string') return aboutText(schema, value).flatMap(say)
  if (typeof value === 'number') return aboutNumber(schema, value).flatMap(say)
  if (Array.isArray(value)) {
    const { items, minItems = 0, maxItems = Infinity } = schema
    if (value.length < minItems || value.length > maxItems) return say('has too few or many items')
    return items === undefined ? [] : value.flatMap((item, n) => inner(items, item, String(n)))
  }
  return isRecord(value) ? aboutObject(schema, value, options, say, inner) : []
}

function aboutObject(
  { properties = {}, required = [], additionalProperties: rest, propertyNames }: Schema,
  value: Record<string, unknown>,
  { closed = false }: Options,
  say: (what: string) => string[],
  inner: (sub: Schema, at: unknown, step: string) => string[],
): string[] {
  const missing = required.filter((key) => !Object.hasOwn(value, key))
  const found = missing.flatMap((key) => say(`has no ${key}`))
  for (const [key, item] of Object.entries(value)) {
    const property = Object.hasOwn(properties, key) ? properties[key] : undefined
    // Of a record zod drops it unread, so that nobody can store it.
    if (key === '__proto__' && typeof rest === 'object') continue
    if (property !== undefined) found.push(...inner(property, item, key))
    else if (rest === false || (rest === undefined && closed))
      found.push(...say(`has extra ${key}`))
    else if (typeof rest === 'object') found.push(...inner(rest, item, key))
    if (propertyNames !== undefined) found.push(...inner(propertyNames, key, `name ${key}`))
  }
  return found
}

function aboutText({ minLength = 0, maxLength = Infinity, pattern }: Schema, text: string) {
  // Lengths count code points, as the specification says.
  const length = [...text].length
  if (length < minLength || length > maxLength) return ['has another length']
  return pattern !== undefined && !new RegExp(pattern, 'u').test(text)
    ? ['has another pattern']
    : []
}

function aboutNumber(
  { minimum = -Infinity, maximum = Infinity, exclusiveMinimum = -Infinity }: Schema,
  value: number,
) {
  return value < minimum || value > maximum || value <= exclusiveMinimum ? ['is out of range'] : []
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function isOfType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isRecord(value)
  return typeof value === type
}
