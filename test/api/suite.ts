import { env } from 'cloudflare:workers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attack, type Tally } from './attack.ts'
import { ELSEWHERE, EXAMPLES } from './examples.ts'
import { operationsOf, readDocument } from './open-document.ts'
import { type Kind, openWorld, type World } from './world.ts'

// The market silences the console; the figures are what this suite is run for.
const say = console.log
const operations = operationsOf(await readDocument({ ...env }))
const attacked = operations.filter(({ key }) => ELSEWHERE[key] === undefined)

/** Attacks every operation of the document on one database; two files, so that two cores can work. */
export function describeAttack(kind: Kind): void {
  describe('The operations of the document', () => {
    it('each have a valid example, and each example an operation', () => {
      const known = new Set([...Object.keys(EXAMPLES), ...Object.keys(ELSEWHERE)])
      expect(operations.map(({ key }) => key).filter((key) => !known.has(key))).toEqual([])
      const keys = new Set(operations.map(({ key }) => key))
      expect([...known].filter((key) => !keys.has(key))).toEqual([])
    })
  })

  describe(`Any input, on ${kind}`, () => {
    let world: World
    const tallies: Tally[] = []
    beforeAll(async () => {
      world = await openWorld(kind)
    }, 60_000)
    afterAll(async () => {
      await world.close()
      const sum = (pick: (tally: Tally) => number) =>
        tallies.reduce((all, one) => all + pick(one), 0)
      say(
        [
          ...tallies.map(({ key, fields, cases, ms }) => `${fields} × ${cases} ${key} ${ms} ms`),
          `${kind}: ${tallies.length} operations, ${sum((t) => t.fields)} fields, ${sum((t) => t.cases)} cases`,
        ].join('\n'),
      )
    })

    it.each(attacked)(
      '$key is answered or refused cleanly, and a refusal leaves no row',
      async (operation) => {
        await world.renew()
        const tally = await attack(world, operation, EXAMPLES[operation.key] ?? [])
        tallies.push(tally)
        expect(tally.faults.slice(0, 30), `${tally.faults.length} faults`).toEqual([])
      },
      120_000,
    )
  })
}
