/** A promise that did not hold: what a seed is run to find. */
export class Violation extends Error {
  constructor(promise: string, detail: string) {
    super(`${promise}: ${detail}`)
    this.name = 'Violation'
  }
}

/** @throws Violation with the first lines of what `expecting` says, should it fail */
export async function soundly(promise: string, expecting: () => Promise<unknown>): Promise<void> {
  try {
    await expecting()
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    throw new Violation(promise, text.split('\n').slice(0, 3).join(' '))
  }
}

/** @throws Violation with the detail when a promise does not hold */
export function demand(promise: string, holds: boolean, detail: () => unknown): void {
  if (!holds) throw new Violation(promise, JSON.stringify(detail()))
}
