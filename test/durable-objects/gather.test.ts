import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { gather } from '../../durable-objects/gather.ts'

describe('gathering', () => {
  const handed: number[][] = []
  const open = () => gather<number>({ everyMs: 100, most: 3 }, (items) => handed.push(items))

  beforeEach(() => {
    vi.useFakeTimers()
    handed.length = 0
  })
  afterEach(() => vi.useRealTimers())

  it('keeps nothing that comes alone', () => {
    const { add } = open()
    add(1)
    vi.advanceTimersByTime(100)
    add(2)
    expect(handed).toEqual([[1], [2]])
  })

  it('hands on together, in its order, what comes soon after', () => {
    const { add } = open()
    add(1)
    vi.advanceTimersByTime(40)
    add(2)
    add(3)
    expect(handed).toEqual([[1]])
    vi.advanceTimersByTime(60)
    expect(handed).toEqual([[1], [2, 3]])
    vi.advanceTimersByTime(1000)
    expect(handed).toHaveLength(2)
  })

  it('waits for no more than it may hold, and for nobody who asks at once', () => {
    const { add, flush } = open()
    for (const item of [1, 2, 3, 4, 5]) add(item)
    expect(handed).toEqual([[1], [2, 3, 4]])
    flush()
    flush()
    expect(handed).toEqual([[1], [2, 3, 4], [5]])
  })
})
