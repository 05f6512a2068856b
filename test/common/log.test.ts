import { DrizzleQueryError } from 'drizzle-orm/errors'
import { describe, expect, it } from 'vitest'
import { createLog, describeError } from '#src/common/log.ts'

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

  it('does not quote the value that Postgres could not read', () => {
    const text = 'invalid input syntax for type integer: "somchai@example.test"'
    const failed = Object.assign(new Error(text), { code: '22P02' })
    const line = JSON.stringify(describeError(failed))
    expect(line).toContain('invalid input syntax for type integer')
    expect(line).not.toContain('somchai')
  })

  it('is what was thrown by its kind alone, when that was no error', () => {
    expect(describeError('token abc')).toEqual({ error: 'string' })
  })

  it('leaves the name of what failed alone', () => {
    const lines: string[] = []
    const log = createLog({}, (_, line) => lines.push(line))
    log.error('job.failed', { name: 'sweep-inbox', ...describeError(new TypeError('x')) })
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      name: 'sweep-inbox',
      errorName: 'TypeError',
    })
  })
})
