/** A line of the log, under the request that an operator is told. */
export function logFailure(requestId: string, error: unknown): void {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  console.error(JSON.stringify({ level: 'error', requestId, message }))
}
