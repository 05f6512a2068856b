export type FormValue = string | FormValue[] | { [key: string]: FormValue }
export type FormTree = { [key: string]: FormValue }

/**
 * Reads Stripe's form encoding: `a=1&b[c]=2&d[]=3&d[0][e]=4` to `{ a: '1', b: { c: '2' }, … }`.
 * Everything stays a string; the parameter schemas turn it into numbers and booleans.
 */
export function parseForm(text: string): FormTree {
  const root: FormTree = Object.create(null)
  for (const [name, value] of new URLSearchParams(text)) {
    place(root, path(name), value)
  }
  return listify(root) as FormTree
}

function path(name: string): string[] {
  const open = name.indexOf('[')
  if (open <= 0) return [name]
  const inner = [...name.slice(open).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '')
  return [name.slice(0, open), ...inner]
}

function place(root: FormTree, keys: string[], value: string): void {
  let node = root
  for (const [index, raw] of keys.entries()) {
    const key = raw === '' ? String(Object.keys(node).length) : raw
    if (index === keys.length - 1) {
      node[key] = value
      return
    }
    const next = node[key]
    if (next === undefined || typeof next === 'string' || Array.isArray(next)) {
      const fresh: FormTree = Object.create(null)
      node[key] = fresh
      node = fresh
    } else {
      node = next
    }
  }
}

/** `{ '0': a, '1': b }` is how a list arrives. */
function listify(value: FormValue): FormValue {
  if (typeof value === 'string' || Array.isArray(value)) return value
  const keys = Object.keys(value)
  const items = keys.map((key) => listify(value[key] ?? ''))
  if (keys.length > 0 && keys.every((key, index) => key === String(index))) return items
  return Object.fromEntries(keys.map((key, index) => [key, items[index] ?? '']))
}
