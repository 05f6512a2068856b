import { V7Generator } from 'uuidv7'
import { vi } from 'vitest'
import { type Random, randomFrom } from '../random.ts'

/**
 * Puts a seed in the place of the isolate's clock and randomness, for what takes no port: ids, tokens,
 * and the times that are only kept. `undo` gives them back.
 */
export function seedGlobals(seed: number, nowMs: () => number): { tick(): void; undo(): void } {
  const random = randomFrom(seed ^ 0x5eed)
  const ids = new V7Generator({ nextUint32: random.bits })
  vi.useFakeTimers({ toFake: ['Date'], now: nowMs() })
  const spies = [
    vi
      .spyOn(V7Generator.prototype, 'generate')
      .mockImplementation(() => ids.generateOrResetWithTs(nowMs())),
    vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => fill(array, random)),
    vi.spyOn(Math, 'random').mockImplementation(random.next),
  ]
  return {
    tick: () => vi.setSystemTime(nowMs()),
    undo() {
      for (const spy of spies) spy.mockRestore()
      vi.useRealTimers()
    },
  }
}

function fill<Given extends ArrayBufferView | null>(array: Given, random: Random): Given {
  if (array === null) return array
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = random.between(0, 255)
  return array
}
