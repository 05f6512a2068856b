import type { Locale } from '#src/config/http-env.ts'
import type { Database } from '#src/database/database.ts'
import { findCard } from './repository.ts'

export type CardDeps = {
  database: Database
  /** The address of a stored picture. */
  fileUrl(key: string): string
}

/** A product as others show it beside their own words. */
export function createCardService({ database, fileUrl }: CardDeps) {
  return {
    /** A published product as it is now, at its lowest ordinary price. One query. */
    async card(id: string, locale: Locale) {
      const found = await findCard(database, id)
      if (found === undefined) return undefined
      const { shopId, slug, titleTh, titleEn, priceSatang, imageKeys } = found
      const title = locale === 'en' ? titleEn : titleTh
      const imageUrl = imageKeys[0] === undefined ? null : fileUrl(imageKeys[0])
      const card = { type: 'product', productId: id, slug, title, priceSatang, imageUrl } as const
      return { shopId, card }
    },
  }
}
