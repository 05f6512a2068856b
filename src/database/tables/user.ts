import { sql } from 'drizzle-orm'
import type { Kit } from '../columns.ts'

export const ROLES = ['operator'] as const
export const SHOP_ROLES = ['owner', 'manager', 'staff'] as const
export const MEMBER_EVENTS = [
  ...(['invited', 'withdrawn', 'declined'] as const),
  ...(['joined', 'role_changed', 'removed', 'left'] as const),
] as const
export const CLIENT_TYPES = ['browser', 'native'] as const

/** Accounts, their sessions and addresses, and the shops that some of them run. */
export function userTables(k: Kit) {
  const users = k.table(
    'users',
    {
      id: k.text().primaryKey(),
      /** Lower-cased and NFKC-normalised: what makes an account unique. */
      email: k.text().notNull(),
      name: k.text().notNull(),
      /** PHC string with the scrypt parameters; null for an account without a password. */
      passwordHash: k.text(),
      roles: k.json<(typeof ROLES)[number][]>().notNull(),
      suspendedAt: k.timestamp(),
      createdAt: k.timestamp().notNull(),
    },
    (t) => [k.uniqueIndex('users_email').on(t.email)],
  )

  const sessions = k.table(
    'sessions',
    {
      id: k.text().primaryKey(),
      userId: k.text().notNull(),
      clientType: k.oneOf(CLIENT_TYPES).notNull(),
      userAgent: k.text(),
      createdAt: k.timestamp().notNull(),
      expiresAt: k.timestamp().notNull(),
      revokedAt: k.timestamp(),
    },
    (t) => [k.index('sessions_user').on(t.userId, t.createdAt)],
  )

  /** One link of a session's rotating chain; only hashes are kept. */
  const refreshTokens = k.table(
    'refresh_tokens',
    {
      tokenHash: k.text().primaryKey(),
      sessionId: k.text().notNull(),
      generation: k.integer().notNull(),
      createdAt: k.timestamp().notNull(),
      usedAt: k.timestamp(),
    },
    (t) => [k.uniqueIndex('refresh_tokens_generation').on(t.sessionId, t.generation)],
  )

  const addresses = k.table(
    'addresses',
    {
      id: k.text().primaryKey(),
      userId: k.text().notNull(),
      recipient: k.text().notNull(),
      /** E.164, such as +66812345678. */
      phone: k.text().notNull(),
      line1: k.text().notNull(),
      line2: k.text(),
      subdistrict: k.text().notNull(),
      district: k.text().notNull(),
      province: k.text().notNull(),
      postcode: k.text().notNull(),
      isDefault: k.boolean().notNull(),
      createdAt: k.timestamp().notNull(),
    },
    (t) => [k.index('addresses_user').on(t.userId, t.createdAt, t.id)],
  )

  const shops = k.table(
    'shops',
    {
      id: k.text().primaryKey(),
      slug: k.text().notNull(),
      nameTh: k.text().notNull(),
      nameEn: k.text().notNull(),
      descriptionTh: k.text().notNull(),
      descriptionEn: k.text().notNull(),
      provinceTh: k.text().notNull(),
      provinceEn: k.text().notNull(),
      /** What the province is called in addresses, such as `chiang-mai`. */
      provinceSlug: k.text().notNull(),
      imageKey: k.text(),
      acceptsCod: k.boolean().notNull(),
      productCount: k.integer().notNull(),
      /** Pieces sold and reviews of all its products, kept by whoever counts one. */
      soldCount: k.integer().notNull(),
      ratingSum: k.integer().notNull(),
      reviewCount: k.integer().notNull(),
      /** Average rating × 100, 0 without reviews. */
      ratingCents: k.integer().notNull(),
      joinedAt: k.timestamp().notNull(),
      suspendedAt: k.timestamp(),
    },
    // As with products, each sort of each list is the walk of an index.
    (t) => [
      k.uniqueIndex('shops_slug').on(t.slug),
      k.index('shops_sold').on(t.soldCount, t.id),
      k.index('shops_rating').on(t.ratingCents, t.id),
      k.index('shops_province_sold').on(t.provinceSlug, t.soldCount, t.id),
      k.index('shops_province_rating').on(t.provinceSlug, t.ratingCents, t.id),
    ],
  )

  const shopMembers = k.table(
    'shop_members',
    {
      shopId: k.text().notNull(),
      userId: k.text().notNull(),
      role: k.oneOf(SHOP_ROLES).notNull(),
      createdAt: k.timestamp().notNull(),
    },
    (t) => [
      k.primaryKey({ name: 'shop_members_pk', columns: [t.shopId, t.userId] }),
      k.index('shop_members_user').on(t.userId, t.shopId),
    ],
  )

  /** Somebody who is asked to work for a shop, until he says yes or no, or it is over. */
  const shopInvitations = k.table(
    'shop_invitations',
    {
      shopId: k.text().notNull(),
      userId: k.text().notNull(),
      role: k.oneOf(SHOP_ROLES).notNull(),
      invitedBy: k.text().notNull(),
      createdAt: k.timestamp().notNull(),
      expiresAt: k.timestamp().notNull(),
    },
    (t) => [
      k.primaryKey({ name: 'shop_invitations_pk', columns: [t.shopId, t.userId] }),
      k.index('shop_invitations_user').on(t.userId, t.createdAt, t.shopId),
    ],
  )

  /** Who came, went or got another role, and by whom; one row a move, numbered for each shop. */
  const shopMemberHistory = k.table(
    'shop_member_history',
    {
      shopId: k.text().notNull(),
      version: k.integer().notNull(),
      event: k.oneOf(MEMBER_EVENTS).notNull(),
      userId: k.text().notNull(),
      by: k.text().notNull(),
      fromRole: k.oneOf(SHOP_ROLES),
      toRole: k.oneOf(SHOP_ROLES),
      at: k.timestamp().notNull(),
    },
    (t) => [k.primaryKey({ name: 'shop_member_history_pk', columns: [t.shopId, t.version] })],
  )

  /** What a shop offers to send a parcel: a base price, and a step for each started unit of weight. */
  const shippingOptions = k.table(
    'shipping_options',
    {
      id: k.text().primaryKey(),
      shopId: k.text().notNull(),
      kind: k.oneOf(['flat', 'by_weight']).notNull(),
      nameTh: k.text().notNull(),
      nameEn: k.text().notNull(),
      priceSatang: k.integer().notNull(),
      /** by_weight: what each started `stepGrams` past the first adds. */
      stepSatang: k.integer().notNull(),
      stepGrams: k.integer().notNull(),
      minDays: k.integer().notNull(),
      maxDays: k.integer().notNull(),
      position: k.integer().notNull(),
      active: k.boolean().notNull(),
    },
    (t) => [
      k.index('shipping_options_shop').on(t.shopId, t.position, t.id),
      k.check('shipping_options_price', sql`${t.priceSatang} >= 0 and ${t.stepSatang} >= 0`),
      k.check('shipping_options_step', sql`${t.stepGrams} > 0`),
    ],
  )

  return {
    ...{ users, sessions, refreshTokens, addresses },
    ...{ shops, shopMembers, shopInvitations, shopMemberHistory, shippingOptions },
  }
}
