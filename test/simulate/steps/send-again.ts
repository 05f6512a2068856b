import type { Step } from '../world.ts'

/** An app that got no answer sends the same request again; some do so though they got one. */
export const sendAgain: Step = {
  name: 'send again',
  weight: 4,
  async run({ random, model }) {
    const all = [...model.requests.values()].filter(model.isKept)
    const unanswered = all.filter(({ answer }) => answer === undefined)
    const from = unanswered.length > 0 && random.chance(0.7) ? unanswered : all
    if (from.length > 0) await model.send(random.pick(from))
  },
}
