import { after, type Clock } from '#src/common/clock.ts'
import { Problem, wrongField } from '#src/common/problem.ts'
import type { ShopRole, ShopScope } from '#src/common/shop-scope.ts'
import type { Locale } from '#src/config/http-env.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database, Query, Statement } from '#src/database/database.ts'
import { isConflict, isStale } from '#src/database/portable.ts'
import type { AccessService } from '../access/service.ts'
import {
  addMember,
  changeInvitation,
  changeMember,
  dropInvitation,
  dropMember,
  findByEmail,
  invitationsOf,
  type Move,
  putInvitation,
  readStaff,
  recordMove,
} from './repository.ts'
import { type Person, refusesRemoval, refusesRole, rolesFor, rolesToGive } from './rules.ts'
import type { ChangeMember, InvitationList, InviteMember, Member, MemberList } from './schema.ts'

export type MemberDeps = {
  database: Database
  clock: Clock
  access: Pick<AccessService, 'ended' | 'announce' | 'act'>
}

type Listed = Person & { name: string; email: string; since: Date; expiresAt: Date | null }
type Asker = Pick<ShopScope, 'shopId' | 'userId'>

const TRIES = 3

/** Who works for a shop. Whoever is added says so himself, and whoever goes hears nothing more. */
export function createMemberService({ database, clock, access }: MemberDeps) {
  async function load(shopId: string) {
    const { members, invited, version } = await readStaff(database, shopId, clock.now())
    const everybody: Listed[] = [
      ...members.map((member) => ({ ...member, isInvited: false, expiresAt: null })),
      ...invited.map((guest) => ({ ...guest, isInvited: true })),
    ]
    const find = (userId: string) => everybody.find((one) => one.userId === userId)
    return { everybody, version, find }
  }

  /** As the staff stands now: the guard of the route read it a moment earlier. */
  async function loadFor({ shopId, userId }: Asker) {
    const staff = await load(shopId)
    const actor = staff.find(userId)
    if (actor === undefined || actor.isInvited) throw new Problem('not_found')
    return { ...staff, actor }
  }

  function view(one: Listed, actor: Person, everybody: readonly Person[]): Member {
    const isOwn = one.userId === actor.userId
    return {
      userId: one.userId,
      name: one.name,
      email: isOwn || actor.role !== 'staff' ? one.email : null,
      role: one.role,
      status: one.isInvited ? 'invited' : 'member',
      since: one.since.toISOString(),
      expiresAt: one.expiresAt?.toISOString() ?? null,
      roles: rolesFor(actor, one, everybody),
      removable: refusesRemoval(actor, one, everybody) === null,
    }
  }

  /** Decides on the staff as it is, and again when somebody else was quicker. */
  async function inTurn<Done>(decide: () => Promise<Done>): Promise<Done> {
    for (let tried = 0; tried < TRIES; tried += 1) {
      try {
        return await decide()
      } catch (error) {
        const lost = isStale(error) || isConflict(error, 'shop_member_history')
        if (!lost && !isConflict(error, 'shop_members')) throw error
      }
    }
    throw new Problem('conflict')
  }

  async function write(
    version: number,
    move: Omit<Move, 'version' | 'at'>,
    build: (q: Query) => Statement[],
  ): Promise<void> {
    const row = { ...move, version: version + 1, at: clock.now() }
    await database.atomically((q) => [recordMove(q, database.tables, row), ...build(q)])
  }

  async function change({ shopId, userId: by }: Asker, userId: string, role: ShopRole) {
    const { everybody, version, find, actor } = await loadFor({ shopId, userId: by })
    const target = find(userId)
    if (target === undefined) throw new Problem('not_found')
    refuse(refusesRole(actor, target, role, everybody))
    if (target.role !== role) {
      const put = target.isInvited ? changeInvitation : changeMember
      const roles = { fromRole: target.role, toRole: role }
      await write(version, { shopId, userId, by, event: 'role_changed', ...roles }, (q) => [
        put(q, database.tables, { shopId, userId }, role),
      ])
    }
    return (await list({ shopId, userId: by })).items.find((one) => one.userId === userId)
  }

  async function list(asker: Asker): Promise<MemberList> {
    const { everybody, actor } = await loadFor(asker)
    const items = everybody.map((one) => view(one, actor, everybody))
    return { items, nextCursor: null, invitable: rolesToGive(actor.role) }
  }

  async function remove({ shopId, userId: by }: Asker, userId: string): Promise<void> {
    const { everybody, version, find, actor } = await loadFor({ shopId, userId: by })
    const target = find(userId)
    if (target === undefined) throw new Problem('not_found')
    refuse(refusesRemoval(actor, target, everybody))
    const move = { shopId, userId, by, fromRole: target.role, toRole: null }
    if (target.isInvited) {
      return await write(version, { ...move, event: 'withdrawn' }, (q) => [
        dropInvitation(q, database.tables, { shopId, userId }),
      ])
    }
    const message = access.ended(userId, { kind: 'shop', shopId })
    await write(version, { ...move, event: userId === by ? 'left' : 'removed' }, (q) => [
      dropMember(q, database.tables, { shopId, userId }),
      access.announce(q, message),
    ])
    access.act(message)
  }

  /** An invitation that is open, of the caller. @throws Problem `not_found` */
  async function invited(shopId: string, userId: string) {
    const { everybody, version, find } = await load(shopId)
    const own = find(userId)
    if (own?.isInvited !== true) throw new Problem('not_found')
    return { own, version, everybody }
  }

  return {
    /** Members, oldest first, then who is invited. One query after the guard's. */
    list,

    /**
     * Asks the account of an email to work for the shop; anew, if it was asked before.
     * @throws Problem `validation_failed` for no such account, `already_member`, `forbidden`,
     * `limit_reached`
     */
    invite: async (asker: Asker, { email, role }: InviteMember): Promise<Member> =>
      await inTurn(async () => {
        const [{ everybody, version, find, actor }, found] = await Promise.all([
          loadFor(asker),
          findByEmail(database, email),
        ])
        if (!rolesToGive(actor.role).includes(role)) throw new Problem('forbidden')
        if (found === undefined) throw wrongField('email', 'no_account')
        const { shopId, userId: by } = asker
        const known = find(found.userId)
        if (known?.isInvited === false) throw new Problem('already_member')
        if (known !== undefined) refuse(refusesRole(actor, known, role, everybody))
        if (known === undefined && everybody.length >= SETTINGS.shop.people) {
          throw new Problem('limit_reached')
        }
        const [createdAt, { userId }] = [clock.now(), found]
        const expiresAt = after(createdAt, SETTINGS.shop.invitationMs)
        const move = { shopId, userId, by, fromRole: known?.role ?? null, toRole: role }
        await write(version, { ...move, event: 'invited' }, (q) => [
          putInvitation(q, database.tables, {
            ...{ shopId, userId, role, invitedBy: by, createdAt, expiresAt },
          }),
        ])
        const made = { ...found, role, isInvited: true, since: createdAt, expiresAt }
        return view(made, actor, everybody)
      }),

    /** @throws Problem `not_found`, `forbidden`, `last_owner` */
    change: async (asker: Asker, userId: string, { role }: ChangeMember): Promise<Member> =>
      await inTurn(async () => {
        const changed = await change(asker, userId, role)
        if (changed === undefined) throw new Problem('not_found')
        return changed
      }),

    /**
     * Takes somebody out, or an invitation back; his sockets of the shop are closed within seconds.
     * @throws Problem `not_found`, `forbidden`, `last_owner`
     */
    remove: async (asker: Asker, userId: string): Promise<void> =>
      await inTurn(async () => await remove(asker, userId)),

    /** What an account is asked to join. One query. */
    async invitations(userId: string, locale: Locale): Promise<InvitationList> {
      const rows = await invitationsOf(database, userId, clock.now())
      const items = rows.map(({ id, slug, nameTh, nameEn, role, expiresAt }) => ({
        shop: { id, slug, name: locale === 'en' ? nameEn : nameTh },
        role,
        expiresAt: expiresAt.toISOString(),
      }))
      return { items, nextCursor: null }
    },

    /** The invited account says yes. @throws Problem `not_found` */
    accept: async (shopId: string, userId: string): Promise<void> =>
      await inTurn(async () => {
        const { own, version } = await invited(shopId, userId)
        const move = { shopId, userId, by: userId, fromRole: null, toRole: own.role }
        const row = { shopId, userId, role: own.role, createdAt: clock.now() }
        await write(version, { ...move, event: 'joined' }, (q) => [
          dropInvitation(q, database.tables, { shopId, userId }),
          addMember(q, database.tables, row),
        ])
      }),

    /** The invited account says no. @throws Problem `not_found` */
    decline: async (shopId: string, userId: string): Promise<void> =>
      await inTurn(async () => {
        const { own, version } = await invited(shopId, userId)
        const move = { shopId, userId, by: userId, fromRole: own.role, toRole: null }
        await write(version, { ...move, event: 'declined' }, (q) => [
          dropInvitation(q, database.tables, { shopId, userId }),
        ])
      }),
  }
}

export type MemberService = ReturnType<typeof createMemberService>

function refuse(refusal: ReturnType<typeof refusesRole>): void {
  if (refusal !== null) throw new Problem(refusal)
}
