import { DrizzleQueryError } from 'drizzle-orm/errors'
import { describe, expect, it } from 'vitest'
import { describeError } from '#src/common/log.ts'

describe('an error in the log', () => {
  it('names the query that failed and not what it was given', () => {
    const params = ['somchai@example.test', '$scrypt$ln=14', 'a line\nand another $& one']
    const failed = new DrizzleQueryError(
      'insert into "users" values (?)',
      params,
      new Error('locked'),
    )
    const line = JSON.stringify(describeError(new Error('sign-up failed', { cause: failed })))
    expect(line).toContain('insert into')
    expect(line).toContain('locked')
    expect(line).toContain('log.test.ts')
    for (const secret of ['somchai', 'scrypt', 'another']) expect(line).not.toContain(secret)
  })
})
