import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepRunning } from '../../src/cli/keep-running.ts'
import { launch, type Program, type Running } from '../../src/cli/processes.ts'

let home: string
let kept: Running | undefined
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'talat-keep-'))
})
afterEach(async () => {
  await kept?.stop()
  kept = undefined
  rmSync(home, { recursive: true, force: true })
})

function program(source: string): Program {
  const script = path.join(home, 'program.mjs')
  writeFileSync(script, source)
  return { name: 'Program', script, args: [], log: path.join(home, 'program.log') }
}

function keep(source: string, answers: () => boolean = () => true) {
  const one = program(source)
  const said: string[] = []
  kept = keepRunning(one, launch(one), {
    answers: async () => answers(),
    say: (line) => said.push(line),
    everyMs: 20,
    silences: 3,
  })
  return { said, kept, log: () => readFileSync(one.log, 'utf8') }
}

function isAlive(pid: number): boolean {
  const file = `/proc/${pid}/stat`
  if (existsSync(file)) return !/\) Z /.test(readFileSync(file, 'utf8'))
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const WAITS = 'console.log("up"); setInterval(() => {}, 1000)'

describe('A program of the market', () => {
  it('that ends by itself is started again, and its log goes on', async () => {
    const { said, log } = keep(
      `import { existsSync, writeFileSync } from 'node:fs'
       const mark = ${JSON.stringify(path.join(home, 'mark'))}
       if (!existsSync(mark)) { writeFileSync(mark, ''); console.log('died'); process.exit(7) }
       ${WAITS}`,
    )
    await vi.waitFor(() => expect(log()).toBe('died\nup\n'), { timeout: 8000 })
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('Program ended by itself and is started again.')
  }, 20_000)

  it('leaves nothing behind when it ends: what it had started would hold its port', async () => {
    const { said, log } = keep(
      `import { spawn } from 'node:child_process'
       import { existsSync, writeFileSync } from 'node:fs'
       const mark = ${JSON.stringify(path.join(home, 'mark'))}
       if (!existsSync(mark)) {
         writeFileSync(mark, '')
         const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
         console.log(child.pid)
         setTimeout(() => process.exit(7), 100)
       } else { ${WAITS} }`,
    )
    await vi.waitFor(() => expect(log()).toMatch(/^\d+\nup\n$/), { timeout: 8000 })
    expect(said).toHaveLength(1)
    expect(isAlive(Number.parseInt(log(), 10))).toBe(false)
  }, 20_000)

  it('that falls silent is started again, and one that is only slow is not', async () => {
    let asked = 0
    const { said, log } = keep(WAITS, () => {
      const logged = readFileSync(path.join(home, 'program.log'), 'utf8')
      if (!logged.includes('up')) return true
      asked += 1
      // Two silences are patience; the fifth to the seventh question are one too many.
      return asked < 3 || asked === 4 || asked > 7
    })
    await vi.waitFor(() => expect(log()).toBe('up\nup\n'), { timeout: 15_000 })
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('did not answer any more')
  }, 20_000)

  it('that ends again and again is given up', async () => {
    const { said, kept: one } = keep('process.exit(3)')
    expect(await one.ended).toBe(3)
    expect(one.isOver()).toBe(true)
    expect(said).toHaveLength(5)
  }, 20_000)

  it('that is asked to stop stays stopped', async () => {
    const { said, kept: one, log } = keep(WAITS)
    await vi.waitFor(() => expect(log()).toBe('up\n'), { timeout: 8000 })
    await one.stop()
    await one.ended
    expect([said, one.isOver()]).toEqual([[], true])
  }, 20_000)
})
