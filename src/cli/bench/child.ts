import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { Stop } from '../stop.ts'

export type Child = {
  pid: number | undefined
  /** The first thing that it says by itself. */
  said(): Promise<unknown>
  ask<Answer>(what: object): Promise<Answer>
  end(): void
}

/** A program of the bench in a process of its own, which answers one question at a time. */
export function startChild(file: string, args: string[] = []): Child {
  const child: ChildProcess = fork(file, args, { execArgv: ['--no-warnings'] })
  const end = () => void child.kill()
  process.once('exit', end)
  const next = async (): Promise<unknown> => {
    const over = new AbortController()
    const ended = once(child, 'exit', { signal: over.signal }).then(() => {
      throw new Stop(`${file} ended`)
    })
    const [message] = (await Promise.race([once(child, 'message'), ended])) as unknown[]
    ended.catch(() => undefined)
    over.abort()
    return message
  }
  return {
    pid: child.pid,
    said: next,
    async ask<Answer>(what: object): Promise<Answer> {
      child.send(what)
      const { result, error } = (await next()) as { result: Answer; error?: string }
      if (error !== undefined) throw new Stop(`The bench is broken: ${error}`)
      return result
    },
    end() {
      process.off('exit', end)
      end()
    },
  }
}
