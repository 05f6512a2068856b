// What the prefix __Host- asks for; also on http://127.0.0.1 and localhost, where Chromium takes it.
const ATTRIBUTES = '; Path=/; Secure; HttpOnly; SameSite=Lax'

/** Cookies of one request: what came in, and what goes out with whichever response is sent. */
export type CookieJar = {
  read(name: string): string | null
  set(name: string, value: string, maxAgeSeconds: number): void
  clear(name: string): void
  /** Passes a Set-Cookie of the API on to the browser unchanged. */
  forward(headers: Headers): void
  headers(): string[]
}

export function createCookieJar(request: Request): CookieJar {
  const incoming = parse(request.headers.get('cookie') ?? '')
  const outgoing = new Map<string, string>()
  return {
    read: (name) => incoming.get(name) ?? null,
    set(name, value, maxAgeSeconds) {
      incoming.set(name, value)
      outgoing.set(name, `${name}=${value}; Max-Age=${maxAgeSeconds}${ATTRIBUTES}`)
    },
    clear(name) {
      incoming.delete(name)
      outgoing.set(name, `${name}=; Max-Age=0${ATTRIBUTES}`)
    },
    forward(headers) {
      for (const cookie of headers.getSetCookie()) {
        const name = cookie.slice(0, cookie.indexOf('='))
        outgoing.set(name, cookie)
      }
    },
    headers: () => [...outgoing.values()],
  }
}

function parse(header: string): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    if (at > 0) cookies.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim())
  }
  return cookies
}
