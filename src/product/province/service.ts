import type { Locale } from '#src/config/http-env.ts'
import type { Database } from '#src/database/database.ts'
import { provincesWithShops } from './repository.ts'
import type { ProvinceList } from './schema.ts'

type Deps = { database: Database; fileUrl(key: string): string }

export function createProvinceService({ database, fileUrl }: Deps) {
  return {
    /** All of them, 77 at most: one query. */
    async list(locale: Locale): Promise<ProvinceList> {
      const rows = await provincesWithShops(database)
      return {
        items: rows.map(({ slug, nameTh, nameEn, shopCount, imageKeys }) => ({
          slug,
          name: locale === 'en' ? nameEn : nameTh,
          shopCount,
          imageUrl: imageKeys?.[0] === undefined ? null : fileUrl(imageKeys[0]),
        })),
      }
    },
  }
}
