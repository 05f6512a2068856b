import type { Locale } from '#src/config/http-env.ts'
import type { Database } from '#src/database/database.ts'
import { allCategories, hasCategory } from './repository.ts'
import type { CategoryTree } from './schema.ts'

type Deps = { database: Database; fileUrl(key: string): string }
type Row = Awaited<ReturnType<typeof allCategories>>[number]

export function createCategoryService({ database, fileUrl }: Deps) {
  return {
    /** Whether there is such a category. One query. */
    has: async (id: string): Promise<boolean> => await hasCategory(database, id),

    /** The tree: one query, whatever its size. */
    async tree(locale: Locale): Promise<CategoryTree> {
      const children = Map.groupBy(await allCategories(database), (row) => row.parentId)
      const below = <Node>(parent: string | null, build: (row: Row) => Node): Node[] =>
        (children.get(parent) ?? []).map(build)
      const leaf = (row: Row) => ({
        id: row.id,
        slug: row.slug,
        name: locale === 'en' ? row.nameEn : row.nameTh,
        imageUrl: row.imageKey === null ? null : fileUrl(row.imageKey),
        productCount: row.productCount,
      })
      return {
        items: below(null, (top) => ({
          ...leaf(top),
          children: below(top.id, (middle) => ({
            ...leaf(middle),
            children: below(middle.id, leaf),
          })),
        })),
      }
    },
  }
}
