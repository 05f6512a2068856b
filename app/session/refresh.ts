type Refreshed = { accessToken: string; expiresIn: number }

export type RefreshDeps = {
  /** Asks the API for a new access token; null when nobody is signed in. */
  refresh(): Promise<Refreshed | null>
  /** Runs alone among the tabs of this browser. */
  alone<Value>(work: () => Promise<Value>): Promise<Value>
}

/**
 * One refresh for everyone who waits: calls that come while one is running share its answer.
 * Tabs take turns, since the token behind the cookie rotates.
 */
export function createRefresher({ refresh, alone }: RefreshDeps): () => Promise<string | null> {
  let running: Promise<string | null> | undefined
  return () => {
    running ??= alone(refresh)
      .then((answer) => answer?.accessToken ?? null)
      .finally(() => {
        running = undefined
      })
    return running
  }
}
