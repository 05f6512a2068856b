import type { Step } from './stack.ts'

/** Steps on the terminal: a number, a title and how long it took. */
export function createSteps(write = (text: string) => void process.stdout.write(text)): Step {
  let number = 0
  return async (title, work) => {
    number += 1
    const started = performance.now()
    write(`${String(number).padStart(2)}. ${title}\n`)
    await work()
    const seconds = (performance.now() - started) / 1000
    write(`    ${seconds.toFixed(1)} s\n`)
  }
}

/** Two columns, for people. */
export function table(rows: [string, string][]): string {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n')
}
