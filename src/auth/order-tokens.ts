import { base64url, fromBase64url } from '#src/common/id.ts'
import type { Config } from '#src/config/env.ts'
import { isMac, mac } from './keyed.ts'

/** A guest's order token follows from the group's id and our key: nothing to store, nothing to leak. */
export function orderTokens({ TOKEN_KEY }: Pick<Config, 'TOKEN_KEY'>) {
  const bytes = (groupId: string) => new TextEncoder().encode(groupId)
  return {
    of: async (groupId: string) => base64url(await mac(TOKEN_KEY, 'order', bytes(groupId))),
    matches: async (groupId: string, token: string) =>
      await isMac(TOKEN_KEY, 'order', bytes(groupId), fromBase64url(token)),
  }
}

/**
 * A guest's letter opens their order: the token follows `#`, which no browser sends to anybody. Any
 * other path stays as it is.
 */
export async function openOrderLink(
  config: Pick<Config, 'TOKEN_KEY'>,
  link: string,
): Promise<string> {
  const [, groupId] = /^\/order-groups\/([\w-]+)$/.exec(link) ?? []
  if (groupId === undefined) return link
  return `${link}/open#${await orderTokens(config).of(groupId)}`
}
