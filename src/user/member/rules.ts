import type { ShopRole } from '#src/common/shop-scope.ts'

/** Somebody who works for a shop, or is asked to. */
export type Person = { userId: string; role: ShopRole; isInvited: boolean }

export type Refusal = 'forbidden' | 'last_owner'

const RANK: Record<ShopRole, number> = { staff: 0, manager: 1, owner: 2 }
const ROLES = ['owner', 'manager', 'staff'] as const satisfies readonly ShopRole[]

/** What somebody may make of others: an owner anything, a manager staff. */
export const rolesToGive = (role: ShopRole): ShopRole[] =>
  ROLES.filter((given) => role === 'owner' || (role === 'manager' && given === 'staff'))

/** Why a role is not given; null when it is. Nobody raises himself, and one owner stays. */
export function refusesRole(
  actor: Person,
  target: Person,
  role: ShopRole,
  everybody: readonly Person[],
): Refusal | null {
  const isOwn = actor.userId === target.userId
  const allowed = isOwn
    ? RANK[role] <= RANK[target.role]
    : rolesToGive(actor.role).includes(target.role) && rolesToGive(actor.role).includes(role)
  if (!allowed) return 'forbidden'
  return role !== 'owner' && isLastOwner(target, everybody) ? 'last_owner' : null
}

/** Why somebody is not taken out, or an invitation not back; null when he is. Anybody may leave. */
export function refusesRemoval(
  actor: Person,
  target: Person,
  everybody: readonly Person[],
): Refusal | null {
  const isOwn = actor.userId === target.userId
  if (!isOwn && !rolesToGive(actor.role).includes(target.role)) return 'forbidden'
  return isLastOwner(target, everybody) ? 'last_owner' : null
}

/** The roles that somebody may be given by another, his own among them if he may have any. */
export const rolesFor = (
  actor: Person,
  target: Person,
  everybody: readonly Person[],
): ShopRole[] => {
  const possible = ROLES.filter((role) => refusesRole(actor, target, role, everybody) === null)
  return possible.some((role) => role !== target.role) ? possible : []
}

// An invitation is no owner yet.
function isLastOwner(target: Person, everybody: readonly Person[]): boolean {
  if (target.isInvited || target.role !== 'owner') return false
  return everybody.filter(({ role, isInvited }) => role === 'owner' && !isInvited).length === 1
}
