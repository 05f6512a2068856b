import { describe, expect, it } from 'vitest'
import { readWanted } from '../../src/cli/simulate.ts'

describe('Which seeds are played', () => {
  it('is 200 from the first when nothing is said', () => {
    expect(readWanted([])).toEqual({ from: 1, seeds: 200 })
  })

  it('is what was asked for', () => {
    expect(readWanted(['--seeds', '1', '--from', '4711'])).toEqual({ from: 4711, seeds: 1 })
  })

  it('names what it does not understand', () => {
    expect(() => readWanted(['--seed', '1'])).toThrow('--seed')
    expect(() => readWanted(['7'])).toThrow('7')
    for (const wrong of ['0', '-1', '1.5', 'x', '']) {
      expect(() => readWanted([`--seeds=${wrong}`])).toThrow('--seeds is')
    }
  })
})
