import { describe, expect, it } from 'vitest'
import { noCache } from '#src/cache/cache.ts'
import { memoryCache } from '#src/cache/memory.ts'

function open(maxEntries = 10) {
  let now = 1_000_000
  let loads = 0
  const cache = memoryCache({ maxEntries, nowMs: () => now })
  return {
    cache,
    pass: (ms: number) => {
      now += ms
    },
    loads: () => loads,
    ask: async (key: string) =>
      await cache.remember(key, 2000, async () => {
        loads += 1
        return `${key} ${loads}`
      }),
  }
}

describe('The memory of an isolate', () => {
  it('loads once and answers the same until the time is over', async () => {
    const { ask, pass, loads } = open()
    expect(await ask('a')).toBe('a 1')
    pass(1999)
    expect(await ask('a')).toBe('a 1')
    pass(1)
    expect(await ask('a')).toBe('a 2')
    expect(loads()).toBe(2)
  })

  it('keeps keys apart', async () => {
    const { ask } = open()
    expect(await ask('a')).toBe('a 1')
    expect(await ask('b')).toBe('b 2')
  })

  it('lets one load what just grew old and lends it to the others meanwhile', async () => {
    const { cache, ask, pass } = open()
    await ask('a')
    pass(2100)
    let done: (value: string) => void = () => undefined
    const loading = cache.remember('a', 2000, async () => {
      return await new Promise<string>((resolve) => {
        done = resolve
      })
    })
    expect(await ask('a')).toBe('a 1')
    done('new')
    expect(await loading).toBe('new')
    expect(await ask('a')).toBe('new')
  })

  it('lends nothing that is long over', async () => {
    const { ask, pass } = open()
    await ask('a')
    pass(60_000)
    const both = await Promise.all([ask('a'), ask('a')])
    expect(both).toEqual(['a 2', 'a 3'])
  })

  it('remembers no failure', async () => {
    const { cache, ask } = open()
    const failing = cache.remember('a', 2000, async () => {
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await ask('a')).toBe('a 1')
  })

  it('holds no more than it may and drops what was written longest ago', async () => {
    const { ask, loads } = open(2)
    await ask('a')
    await ask('b')
    await ask('c')
    expect(await ask('b')).toBe('b 2')
    expect(await ask('a')).toBe('a 4')
    expect(loads()).toBe(4)
  })

  it('asks only for the missing of many, and does not remember what there is not', async () => {
    const { cache } = open()
    const asked: string[][] = []
    const load = async (ids: string[]) => {
      asked.push(ids)
      return ids.filter((id) => id !== 'none').map((id) => ({ id }))
    }
    await cache.rememberEach('shop', ['a', 'b', 'none'], 2000, load)
    const again = await cache.rememberEach('shop', ['b', 'c', 'none'], 2000, load)
    expect(again.map(({ id }) => id)).toEqual(['b', 'c'])
    expect(asked).toEqual([
      ['a', 'b', 'none'],
      ['c', 'none'],
    ])
    await cache.rememberEach('shop', ['a', 'c'], 2000, load)
    expect(asked).toHaveLength(2)
  })
})

it('No cache loads every time', async () => {
  let loads = 0
  const ask = async () => await noCache.remember('a', 2000, async () => (loads += 1))
  expect([await ask(), await ask()]).toEqual([1, 2])
  const each = await noCache.rememberEach('shop', ['a'], 2000, async ([id = '']) => [{ id }])
  expect(each).toEqual([{ id: 'a' }])
})
