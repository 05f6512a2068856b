import type { Simulation } from '../simulation.ts'
import { invalid } from './errors.ts'

type Json = Record<string, unknown>

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Replaces ids by their objects along paths such as `latest_charge.balance_transaction` or, in a
 * list, `data.payment_method`; throws Stripe's 400 for what is not an id.
 */
export function expand(simulation: Simulation, body: Json, paths: readonly string[] = []): Json {
  return paths.reduce((object, path) => expandPath(simulation, object, path.split('.'), path), body)
}

function expandPath(simulation: Simulation, object: Json, keys: string[], path: string): Json {
  const [key, ...rest] = keys
  if (key === undefined) return object
  const value = object[key]
  if (Array.isArray(value)) {
    const items = value.map((item) =>
      isJson(item) ? expandPath(simulation, item, rest, path) : item,
    )
    return { ...object, [key]: items }
  }
  if (value === null) return object
  const target = typeof value === 'string' ? lookUp(simulation, value) : value
  if (!isJson(target)) {
    throw invalid(`This property cannot be expanded (${path}).`, { param: 'expand' })
  }
  return { ...object, [key]: expandPath(simulation, target, rest, path) }
}

function lookUp(simulation: Simulation, id: string): unknown {
  switch (id.slice(0, id.indexOf('_'))) {
    case 'pi':
      return simulation.intents.get(id)?.wire
    case 'ch':
      return simulation.charges.get(id)
    case 'pm':
      return simulation.methods.get(id)?.wire
    case 're':
      return simulation.refunds.get(id)?.wire
    case 'dp':
      return simulation.disputes.get(id)
    case 'txn':
      return simulation.balance.get(id)
    default:
      return undefined
  }
}
