import { createStore } from 'zustand/vanilla'
import { createRefresher } from './refresh.ts'

/** In memory only: a reload forgets it, and no script can read it from storage. */
const session = createStore<{ accessToken: string | null }>(() => ({ accessToken: null }))

const LOCK = 'talat-refresh'

const refreshed = createRefresher({
  async refresh() {
    const response = await fetch('/api/auth/refresh', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    })
    // 401 says nobody is signed in; anything else that failed leaves the question open.
    if (response.status === 401) return null
    if (!response.ok) throw new Error(`refresh answered ${response.status}`)
    return (await response.json()) as { accessToken: string; expiresIn: number }
  },
  alone: async (work) =>
    // Web Locks exist on secure addresses only; elsewhere one tab has to be enough.
    navigator.locks === undefined ? await work() : await navigator.locks.request(LOCK, work),
})

/** A call to the API as whoever is signed in; one that is refused is tried once more, renewed. */
export async function callApi(path: string, init: RequestInit & { guest?: boolean }) {
  const { guest = false, ...request } = init
  const send = (accessToken: string | null) => {
    const headers = new Headers(request.headers)
    if (accessToken !== null) headers.set('Authorization', `Bearer ${accessToken}`)
    return fetch(path, { ...request, headers })
  }
  if (guest) return await send(null)
  const known = session.getState().accessToken ?? (await renew())
  const response = await send(known)
  if (response.status !== 401) return response
  return await send(await renew())
}

async function renew(): Promise<string | null> {
  const accessToken = await refreshed()
  session.setState({ accessToken })
  return accessToken
}
