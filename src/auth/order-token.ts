import { base64url, fromBase64url } from '#src/common/id.ts'
import { isMac, mac } from './keyed.ts'

/** A guest's order token follows from the group's id and our key: nothing to store, nothing to leak. */
export function orderTokens(tokenKey: string) {
  const bytes = (groupId: string) => new TextEncoder().encode(groupId)
  return {
    of: async (groupId: string) => base64url(await mac(tokenKey, 'order', bytes(groupId))),
    matches: async (groupId: string, token: string) =>
      await isMac(tokenKey, 'order', bytes(groupId), fromBase64url(token)),
  }
}
