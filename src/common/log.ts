/** One JSON line per fact. Fields are plain values; secrets and card data never go in. */
export type Log = {
  info(event: string, fields?: Record<string, unknown>): void
  error(event: string, fields?: Record<string, unknown>): void
  /** The same log with these fields on every line. */
  with(fields: Record<string, unknown>): Log
}

type Sink = (level: 'info' | 'error', line: string) => void

const consoleSink: Sink = (level, line) => (level === 'error' ? console.error : console.log)(line)

export function createLog(base: Record<string, unknown> = {}, sink: Sink = consoleSink): Log {
  const write = (level: 'info' | 'error', event: string, fields: Record<string, unknown> = {}) =>
    sink(level, JSON.stringify({ at: new Date().toISOString(), level, event, ...base, ...fields }))
  return {
    info: (event, fields) => write('info', event, fields),
    error: (event, fields) => write('error', event, fields),
    with: (fields) => createLog({ ...base, ...fields }, sink),
  }
}

/**
 * An error as loggable fields, with the chain of causes and without what a query was given. The one
 * way for an error into a log: its text may quote whatever it stumbled over.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error }
  return {
    error: withoutParameters(error, error.message),
    errorName: error.name,
    stack: withoutParameters(error, error.stack),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}

// drizzle's message of a failed query ends with its parameters: password and token hashes, names,
// addresses, client secrets. The stack repeats the message.
function withoutParameters(error: Error, text: string | undefined): string | undefined {
  const { message } = error
  const cut = 'params' in error ? message.indexOf('\nparams: ') : -1
  if (cut >= 0) return text?.replace(message.slice(cut), () => '')
  // Of a value that it cannot read Postgres says which: class 22, "data exception".
  const quotes = 'code' in error && /^22/.test(String(error.code)) ? message.indexOf('"') : -1
  return quotes < 0 ? text : text?.replace(message.slice(quotes), () => '…')
}
