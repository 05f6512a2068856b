import { describe, expect, it } from 'vitest'
import { eachOf } from '#src/common/each.ts'

const pause = async () => await new Promise((resolve) => setTimeout(resolve, 1))

describe('work on each of many', () => {
  it('is done once for every item, in order, and by no more at once than said', async () => {
    const items = Array.from({ length: 20 }, (_, n) => n)
    const begun: number[] = []
    let [now, most] = [0, 0]
    await eachOf(items, 6, async (item) => {
      begun.push(item)
      now += 1
      most = Math.max(most, now)
      await pause()
      now -= 1
    })
    expect([begun, most, now]).toEqual([items, 6, 0])
  })

  it('is nothing for none', async () => {
    await eachOf([], 6, async () => expect.unreachable())
  })
})
