import { Problem } from '#src/common/problem.ts'
import { ask, textAt } from '../http.ts'
import type { LineLogin } from '../index.ts'

const DOOR = 'https://access.line.me'
const API = 'https://api.line.me'

const silent = (reason: string): Problem =>
  new Problem('overloaded', { detail: `LINE did not answer: ${reason}`, retryAfterSeconds: 5 })

type Channel = {
  id: string
  secret: string
  /** Where a stand-in for LINE answers; LINE itself without it. */
  base: string | undefined
}

/**
 * LINE Login v2.1 (developers.line.biz, OAuth 2.1 with PKCE and OpenID Connect). The channel must belong
 * to the provider of the market's LINE account: a user has another id at each provider.
 */
export function lineLogin({ id, secret, base }: Channel): LineLogin {
  const form = async (path: string, fields: Record<string, string>) =>
    await ask(`${base ?? API}/oauth2/v2.1/${path}`, {
      headers: { accept: 'application/json' },
      body: new URLSearchParams(fields),
    })
  return {
    doorUrl({ state, challenge, nonce, returnUrl }) {
      const url = new URL(`${base ?? DOOR}/oauth2/v2.1/authorize`)
      url.search = new URLSearchParams({
        ...{ response_type: 'code', client_id: id, redirect_uri: returnUrl, state, nonce },
        ...{ scope: 'openid', code_challenge: challenge, code_challenge_method: 'S256' },
        // Without its friendship the market's account may send nothing.
        bot_prompt: 'aggressive',
      }).toString()
      return url.href
    },

    async whose({ code, verifier, nonce, returnUrl }) {
      const given = await form('token', {
        ...{ grant_type: 'authorization_code', code, redirect_uri: returnUrl },
        ...{ client_id: id, client_secret: secret, code_verifier: verifier },
      })
      if (given.kind === 'unavailable') throw silent(given.reason)
      const token = given.kind === 'accepted' ? textAt(given.body, 'id_token') : null
      if (token === null) return null
      // LINE checks signature, issuer, audience, time and nonce of its own token.
      const checked = await form('verify', { id_token: token, client_id: id, nonce })
      if (checked.kind === 'unavailable') throw silent(checked.reason)
      return checked.kind === 'accepted' ? textAt(checked.body, 'sub') : null
    },
  }
}
