import { derive, isMac, mac } from '#src/auth/keyed.ts'
import { after, type Clock } from '#src/common/clock.ts'
import { base64url } from '#src/common/id.ts'
import { Problem, wrongField } from '#src/common/problem.ts'
import type { Locale } from '#src/config/http-env.ts'
import type { LineLogin } from '#src/services/notification/index.ts'
import type { DeviceService } from '../device/service.ts'
import {
  asBytes,
  DOOR_OPEN_MS,
  fromState,
  isLineUser,
  readAsked,
  signedBytes,
  toState,
} from './rules.ts'
import type { LineDoor, LinkedLine, LinkLine } from './schema.ts'

export type LineDeps = {
  clock: Clock
  tokenKey: string
  publicOrigin: string
  /** Null where LINE Login is not configured. */
  login: LineLogin | null
  devices: Pick<DeviceService, 'register'>
}

/** How an account and a LINE account are linked, so that news comes by LINE. Nothing of it is stored before. */
export function createLineService({ clock, tokenKey, publicOrigin, login, devices }: LineDeps) {
  const returnUrl = `${publicOrigin}/account/line`
  // It follows from the nonce and our key: LINE sees its hash first and itself at the end (RFC 7636).
  const verifierOf = async (nonce: string) => await derive(tokenKey, 'line-proof', nonce)
  const configured = (): LineLogin => {
    if (login === null) throw new Problem('not_found')
    return login
  }

  return {
    /** Where somebody says at LINE that it is them. @throws Problem `not_found` where there is no LINE */
    async door(userId: string, locale: Locale): Promise<LineDoor> {
      const nonce = base64url(crypto.getRandomValues(new Uint8Array(16)))
      const untilMs = after(clock.now(), DOOR_OPEN_MS).getTime()
      const said = asBytes({ locale, nonce, untilMs })
      const state = toState(said, await mac(tokenKey, 'line', signedBytes(said, userId)))
      const hash = await crypto.subtle.digest(
        'SHA-256',
        new TextEncoder().encode(await verifierOf(nonce)),
      )
      const challenge = base64url(new Uint8Array(hash))
      return { url: configured().doorUrl({ state, challenge, nonce, returnUrl }) }
    },

    /**
     * Links whoever LINE says it is, to the account that asked for it and no other.
     * @throws Problem `validation_failed` for a state that is not ours, not this account's or too old,
     * and for a code that LINE does not take; `overloaded` when LINE does not answer
     */
    async link(userId: string, { code, state }: LinkLine): Promise<LinkedLine> {
      const { said, signature } = fromState(state)
      // Nobody links with another's errand: a code of theirs would lead one's news to them.
      const ours = await isMac(tokenKey, 'line', signedBytes(said, userId), signature)
      const asked = ours ? readAsked(said, clock.now()) : undefined
      if (asked === undefined) throw wrongField('state', 'not_a_choice')
      const { nonce, locale } = asked
      const verifier = await verifierOf(nonce)
      const id = await configured().whose({ code, verifier, nonce, returnUrl })
      if (id === null || !isLineUser(id)) throw wrongField('code', 'not_a_choice')
      return { device: await devices.register(userId, { kind: 'line', token: id }), locale }
    },
  }
}

export type LineService = ReturnType<typeof createLineService>
