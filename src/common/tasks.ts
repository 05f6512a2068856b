/** Work that outlives an answer; what it needs is given back when the last of it is done. */
export type Tasks = {
  defer(task: Promise<unknown>): void
  /** Resolves when every task, and every task that those added, has ended. Never rejects. */
  settled(): Promise<void>
}

export function createTasks(): Tasks {
  const running = new Set<Promise<unknown>>()
  return {
    defer(task) {
      const ended = task.then(
        () => undefined,
        () => undefined,
      )
      running.add(ended)
      void ended.then(() => running.delete(ended))
    },
    async settled() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}
