import { Hono } from 'hono'
import { html } from 'hono/html'
import * as z from 'zod'
import { both, isLoopback, page } from '../pay/layout.ts'

const CHANNEL = { id: 'sim_line', secret: 'sim_line_secret' }
const CODE_MS = 10 * 60 * 1000

/** What LINE Login v2.1 is asked for at its door (developers.line.biz, "Making an authorization request"). */
const Asked = z.object({
  response_type: z.literal('code'),
  client_id: z.literal(CHANNEL.id),
  redirect_uri: z.url().refine(isLoopback),
  state: z.string().min(1),
  scope: z.string().refine((scope) => scope.split(' ').includes('openid')),
  nonce: z.string().min(1),
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  code_challenge_method: z.literal('S256'),
})
type Asked = z.output<typeof Asked>

const Exchange = z.object({
  grant_type: z.literal('authorization_code'),
  code: z.string(),
  redirect_uri: z.string(),
  client_id: z.literal(CHANNEL.id),
  client_secret: z.literal(CHANNEL.secret),
  code_verifier: z.string().min(43).max(128),
})
const Check = z.object({
  id_token: z.string(),
  client_id: z.literal(CHANNEL.id),
  nonce: z.string(),
})

type Given = { asked: Asked; sub: string; untilMs: number }

/** A stand-in for LINE Login: a door to press Allow at, codes that work once, tokens that it knows again. */
export function lineRoutes(now: () => number): Hono {
  const codes = new Map<string, Given>()
  const tokens = new Map<string, Given>()
  const app = new Hono()

  app.get('/authorize', (c) => {
    const asked = Asked.safeParse(c.req.query())
    if (!asked.success) return refused(z.prettifyError(asked.error))
    return page(
      'LINE',
      html`<h1>${both('ยืนยันตัวตนกับ LINE (จำลอง)', 'Sign in at LINE (a stand-in)')}</h1>
        <form method="post" action="answer">
          ${Object.entries(asked.data).map(
            ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
          )}
          <p><label>${both('ใครอยู่', 'Who are you')} <input name="who" value="somchai" /></label></p>
          <p>
            <button name="press" value="allow">${both('อนุญาต', 'Allow')}</button>
            <button name="press" value="cancel">${both('ยกเลิก', 'Cancel')}</button>
          </p>
        </form>`,
    )
  })

  app.post('/answer', async (c) => {
    const form = await c.req.parseBody()
    const asked = Asked.safeParse(form)
    if (!asked.success) return refused(z.prettifyError(asked.error))
    const back = new URL(asked.data.redirect_uri)
    back.searchParams.set('state', asked.data.state)
    if (form.press !== 'allow') {
      back.searchParams.set('error', 'access_denied')
      return c.redirect(back.href, 303)
    }
    const code = crypto.randomUUID()
    codes.set(code, {
      ...{ asked: asked.data, untilMs: now() + CODE_MS },
      sub: await userId(String(form.who)),
    })
    back.searchParams.set('code', code)
    return c.redirect(back.href, 303)
  })

  app.post('/token', async (c) => {
    const sent = Exchange.safeParse(await c.req.parseBody())
    const given = sent.success ? codes.get(sent.data.code) : undefined
    if (!sent.success || given === undefined) return c.json({ error: 'invalid_grant' }, 400)
    codes.delete(sent.data.code)
    const { asked, untilMs } = given
    const proven = (await challengeOf(sent.data.code_verifier)) === asked.code_challenge
    if (!proven || sent.data.redirect_uri !== asked.redirect_uri || untilMs < now()) {
      return c.json({ error: 'invalid_grant' }, 400)
    }
    const token = `sim.${crypto.randomUUID()}`
    tokens.set(token, given)
    const body = { access_token: crypto.randomUUID(), token_type: 'Bearer', expires_in: 2_592_000 }
    return c.json({ ...body, scope: asked.scope, id_token: token }, 200)
  })

  app.post('/verify', async (c) => {
    const sent = Check.safeParse(await c.req.parseBody())
    const given = sent.success ? tokens.get(sent.data.id_token) : undefined
    if (!sent.success || given?.asked.nonce !== sent.data.nonce) {
      return c.json({ error: 'invalid_request', error_description: 'Invalid IdToken.' }, 400)
    }
    const { sub, asked } = given
    const seconds = Math.floor(now() / 1000)
    const times = { iat: seconds, exp: seconds + 3600 }
    const claims = { iss: 'https://access.line.me', sub, aud: CHANNEL.id, nonce: asked.nonce }
    return c.json({ ...claims, ...times }, 200)
  })

  return app
}

const refused = (why: string): Response =>
  page('LINE', html`<h1>400 Bad Request</h1><pre>${why}</pre>`, { status: 400 })

async function challengeOf(verifier: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  return btoa(String.fromCharCode(...new Uint8Array(hash)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** The same name is the same person each time. */
async function userId(who: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(who))
  const hex = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `U${hex.slice(0, 32)}`
}
