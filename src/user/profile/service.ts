import type { Clock } from '#src/common/clock.ts'
import { Problem } from '#src/common/problem.ts'
import type { Locale, Principal } from '#src/config/http-env.ts'
import type { Database } from '#src/database/database.ts'
import type { ShopOfUser } from '../seller/service.ts'
import { emailsOf, findLiveAccount, namesOfUsers, renameUser } from './repository.ts'
import type { ChangeMe, User } from './schema.ts'

export type Account = Omit<User, 'shops'>
export type ProfileDeps = {
  database: Database
  clock: Clock
  shopsOf(userId: string): Promise<ShopOfUser[]>
}

/** What an account is and may do, as it stands in the database now. */
export function createProfileService({ database, clock, shopsOf }: ProfileDeps) {
  const describe = async (account: Account, locale: Locale): Promise<User> => {
    const shops = await shopsOf(account.id)
    return {
      ...account,
      shops: shops.map(({ nameTh, nameEn, ...shop }) => ({
        ...shop,
        name: locale === 'en' ? nameEn : nameTh,
      })),
    }
  }

  // The module lives for one request, so what the guard read serves the handler too.
  let asked: Account | undefined

  async function account(principal: Principal): Promise<Account> {
    const known = asked?.id === principal.userId ? asked : undefined
    const found = known ?? (await findLiveAccount(database, principal, clock.now()))
    if (found === undefined) throw new Problem('token_invalid')
    return found
  }

  return {
    /** An account with its shops, named in `locale`. One query. */
    describe,

    /** Who is asking. Two queries. @throws Problem `token_invalid` once the session has ended */
    async me(principal: Principal, locale: Locale): Promise<User> {
      const account = await findLiveAccount(database, principal, clock.now())
      if (account === undefined) throw new Problem('token_invalid')
      return await describe(account, locale)
    },

    /**
     * Gives an account another name; what it signed before keeps the old one. Two queries after
     * `sessionIsLive`. @throws Problem `token_invalid`
     */
    async rename(principal: Principal, { name }: ChangeMe, locale: Locale): Promise<User> {
      const current = await account(principal)
      await renameUser(database, current.id, name)
      return await describe({ ...current, name }, locale)
    },

    /**
     * Is the session of a token still alive, and does its user still have the token's roles? One
     * query; what routes that move money ask.
     */
    async sessionIsLive(principal: Principal): Promise<boolean> {
      const account = await findLiveAccount(database, principal, clock.now())
      asked = account
      const roles: readonly string[] = account?.roles ?? []
      return account !== undefined && principal.roles.every((role) => roles.includes(role))
    },

    /** Where an account is written to. No query after `sessionIsLive`. @throws Problem `token_invalid` */
    async emailOf(principal: Principal): Promise<string> {
      return (await account(principal)).email
    },

    /** What accounts are called, by id; unknown ones are missing. One query. */
    namesOf: async (ids: readonly string[]): Promise<Map<string, string>> =>
      new Map((await namesOfUsers(database, ids)).map(({ id, name }) => [id, name])),

    /** Where some accounts are written to, by their ids; suspended ones are not. One query. */
    emailsOf: async (userIds: readonly string[]): Promise<ReadonlyMap<string, string>> =>
      new Map((await emailsOf(database, userIds)).map(({ id, email }) => [id, email])),

    /** What an account is called. No query after `sessionIsLive`. @throws Problem `token_invalid` */
    async nameOf(principal: Principal): Promise<string> {
      return (await account(principal)).name
    },
  }
}

export type ProfileService = ReturnType<typeof createProfileService>
