import { newId } from '#src/common/id.ts'
import type { Database } from '#src/database/database.ts'

type Role = 'owner' | 'manager' | 'staff'

/** A shop with two shipping options on offer and one withdrawn; its id and slug are the same text. */
export async function newShop(
  database: Database,
  { suspendedAt = null }: { suspendedAt?: Date | null } = {},
): Promise<string> {
  const { shops, shippingOptions } = database.tables
  const id = newId('shp').replace('_', '-')
  await database.insert(shops).values({
    id,
    slug: id,
    nameTh: 'ร้านผ้า',
    nameEn: 'Cloth shop',
    descriptionTh: 'ผ้าฝ้าย',
    descriptionEn: 'Cotton',
    provinceTh: 'เชียงใหม่',
    provinceEn: 'Chiang Mai',
    provinceSlug: 'chiang-mai',
    imageKey: 'shops/cloth.jpg',
    acceptsCod: true,
    productCount: 0,
    soldCount: 0,
    ratingSum: 0,
    reviewCount: 0,
    ratingCents: 0,
    joinedAt: new Date('2026-01-01T00:00:00Z'),
    suspendedAt,
  })
  for (const [position, active] of [
    [2, true],
    [1, true],
    [0, false],
  ] as const) {
    await database.insert(shippingOptions).values({
      id: newId('opt'),
      shopId: id,
      kind: 'flat',
      nameTh: `ส่ง ${position}`,
      nameEn: `Option ${position}`,
      priceSatang: 4000,
      stepSatang: 0,
      stepGrams: 1000,
      minDays: 1,
      maxDays: 3,
      position,
      active,
    })
  }
  return id
}

export async function joinShop(database: Database, shopId: string, userId: string, role: Role) {
  const createdAt = new Date('2026-01-02T00:00:00Z')
  await database.insert(database.tables.shopMembers).values({ shopId, userId, role, createdAt })
}
