import type { Client } from '../src/client.ts'
import { unwrap } from './problem.server.ts'
import { segment } from './segment.server.ts'
import type { ChangeMember, InviteMember } from './shapes.ts'

/** Who works for a shop, and which shops ask the account to. */
export function staffing({ user }: Client) {
  const { members } = user.seller.shops[':shopId']
  const member = members[':userId']
  const mine = user.me['shop-invitations']
  const asked = mine[':shopId']
  const of = (shopId: string) => ({ shopId: segment(shopId) })
  const at = (shopId: string, userId: string) => ({ ...of(shopId), userId: segment(userId) })
  return {
    list: (shopId: string) => unwrap(members.$get({ param: of(shopId) })),
    invite: (shopId: string, json: InviteMember) =>
      unwrap(members.$post({ param: of(shopId), json })),
    change: (shopId: string, userId: string, json: ChangeMember) =>
      unwrap(member.$patch({ param: at(shopId, userId), json })),
    remove: (shopId: string, userId: string) =>
      unwrap(member.$delete({ param: at(shopId, userId) })),
    invitations: async () => (await unwrap(mine.$get())).items,
    accept: (shopId: string) => unwrap(asked.accept.$post({ param: of(shopId) })),
    decline: (shopId: string) => unwrap(asked.$delete({ param: of(shopId) })),
  }
}
