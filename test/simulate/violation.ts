/** A promise that did not hold: what a seed is run to find. */
export class Violation extends Error {
  constructor(promise: string, detail: string) {
    super(`${promise}: ${detail}`)
    this.name = 'Violation'
  }
}

/** @throws Violation with the detail when a promise does not hold */
export function demand(promise: string, holds: boolean, detail: () => unknown): void {
  if (!holds) throw new Violation(promise, JSON.stringify(detail()))
}
