import type { Limits } from '#src/auth/limits.ts'
import { createPasswords, type Passwords } from '#src/auth/password.ts'
import { createAccessTokens } from '#src/auth/tokens.ts'
import type { Clock } from '#src/common/clock.ts'
import type { Config } from '#src/config/env.ts'
import type { HttpEnv } from '#src/config/http-env.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database, Read } from '#src/database/database.ts'
import { loadGazetteer } from '#src/services/gazetteer/index.ts'
import type { LineLogin } from '#src/services/notification/index.ts'
import { type AccessDeps, createAccessService } from './access/service.ts'
import { createAddressService } from './address/service.ts'
import { createAuthService } from './auth/service.ts'
import { createDeliveryService, type DeliveryDeps } from './delivery/service.ts'
import { createDeviceService } from './device/service.ts'
import { createDigestService } from './digest/service.ts'
import { createLineService } from './line/service.ts'
import { createMemberService } from './member/service.ts'
import { createNotificationService } from './notification/service.ts'
import { createPreferenceService } from './preference/service.ts'
import { createProfileService } from './profile/service.ts'
import { createSellerService } from './seller/service.ts'

export type UserDeps = {
  database: Database
  config: Pick<Config, 'SESSION_KEY' | 'TOKEN_KEY' | 'PASSWORD_COST' | 'VAPID_KEY'>
  clock: Clock
  limits: Limits
  /** The address of a stored picture. */
  fileUrl(key: string): string
  /** How people outside the market are reached, and whoever has a page open. */
  delivery: Pick<
    DeliveryDeps,
    'log' | 'ways' | 'publicOrigin' | 'openLink' | 'publishInbox' | 'defer'
  >
  /** How access that ends is ended where somebody listens. */
  access: Pick<AccessDeps, 'endLive' | 'relaySaved' | 'sleep'>
  /** How people show which LINE account is theirs; null where that is not configured. */
  lineLogin: LineLogin | null
  /** Stands in for the hashing that `config` asks for. */
  passwords?: Passwords
}

/** Accounts, their sessions and addresses, and the shops they run. Built for one request. */
export function createUserModule({
  database,
  config,
  clock,
  limits,
  fileUrl,
  delivery,
  access: ending,
  lineLogin,
  ...given
}: UserDeps) {
  const tokens = createAccessTokens(config.SESSION_KEY, SETTINGS.session.accessTokenMs)
  const passwords = given.passwords ?? createPasswords(config.PASSWORD_COST)
  const { log, defer } = delivery
  const access = createAccessService({ database, clock, log, defer, ...ending })
  const seller = createSellerService({ database, fileUrl })
  const { describe, ...profile } = createProfileService({
    database,
    clock,
    shopsOf: seller.shopsOf,
  })
  const auth = createAuthService({
    database,
    clock,
    limits,
    passwords,
    tokens,
    tokenKey: config.TOKEN_KEY,
    describe,
    access,
  })
  const addresses = createAddressService({ database, clock, gazetteer: loadGazetteer })
  const preferences = createPreferenceService({ database, clock, tokenKey: config.TOKEN_KEY })
  const notifications = createNotificationService({ database, clock, ...delivery })
  const devices = createDeviceService({
    ...{ database, clock, pushKey: config.VAPID_KEY ?? null, canLinkLine: lineLogin !== null },
  })
  const line = createLineService({
    ...{ clock, devices, login: lineLogin, tokenKey: config.TOKEN_KEY },
    publicOrigin: delivery.publicOrigin,
  })
  const digests = createDigestService({
    ...{ database, clock, preferences },
    // By a function: letters are sent by what puts things aside for them.
    lettersOf: async (key, userIds) => await deliveries.lettersOf(key, userIds),
    send: (q, letters) => deliveries.letters(q, letters),
  })
  const deliveries = createDeliveryService({
    ...{ ...delivery, database, clock, preferences, notifications, digests, devices },
    membersOf: seller.membersOf,
    emailsOf: profile.emailsOf,
  })
  return {
    ...profile,
    ...seller,
    auth,
    access,
    members: createMemberService({ database, clock, access }),
    addresses,
    preferences,
    notifications,
    devices,
    digests,
    line,
    deliveries,
    /**
     * Who sends an order and how, the account's address it goes to, if it has it, and what is asked
     * along. One round trip.
     */
    async delivery<Along>(
      shopIds: readonly string[],
      to: { userId: string; addressId: string } | null,
      more: Read<Along>,
    ) {
      if (to === null) {
        const { along, ...sent } = await seller.shopsAndOptions(shopIds, more)
        return { ...sent, along: along[0], address: undefined }
      }
      const saved = addresses.read(to.userId, to.addressId)
      const { along, ...sent } = await seller.shopsAndOptions(shopIds, more, saved)
      return { ...sent, along: along[0], address: addresses.from(along[1]) }
    },
    checkSession: auth.checkSession,
    publicKeys: tokens.publicKeys,
  }
}

export type UserModule = ReturnType<typeof createUserModule>
export type UserEnv = HttpEnv<{ user: UserModule }>
export { ACCESS_ENDED } from './access/service.ts'
export type { DeliveryAddress } from './address/service.ts'
export type { CheckedSession } from './auth/service.ts'
export type { Notice, Recipient, Whom } from './delivery/service.ts'
export { CONSUMER as NOTIFIED } from './delivery/service.ts'
export type { ShippingOption, ShopOfUser, ShopRow } from './seller/service.ts'
