import { describe, expect, it } from 'vitest'
import { idsSince, newId } from '#src/common/id.ts'

describe('an id', () => {
  it('comes after every moment before it was made, and before every later one', () => {
    const now = Date.now()
    const id = newId('ses')
    expect(idsSince('ses', new Date(now - 1)) < id).toBe(true)
    expect(idsSince('ses', new Date(now)) <= id).toBe(true)
    expect(idsSince('ses', new Date(Date.now() + 5)) > id).toBe(true)
    expect(idsSince('ses', new Date(0))).toBe(`ses_${'0'.repeat(26)}`)
    expect(idsSince('ses', new Date(-1))).toBe(`ses_${'0'.repeat(26)}`)
  })
})
