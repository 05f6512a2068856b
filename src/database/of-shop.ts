import { and, type Column, eq, type SQL } from 'drizzle-orm'
import type { SelectedFields } from 'drizzle-orm/sqlite-core'
import type { ShopScope } from '#src/common/shop-scope.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

/** The tables whose rows say which shop they belong to. */
type ShopTable = {
  [Name in keyof Tables]: Tables[Name] extends { shopId: Column } ? Tables[Name] : never
}[keyof Tables]

/**
 * What a seller's repository reads through, in place of a `Database`: each read starts at rows of the
 * scope's own shop, and a builder takes one `where` only, so that a read of every shop's rows does not
 * compile. Rows that do not name their shop (the lines of an order) are joined to one that does.
 */
export type ShopRows = ReturnType<typeof ofShop>

/** A shop's rows, for whoever has the proof of working there. */
export function ofShop(database: Database, { shopId }: ShopScope) {
  const own = (table: ShopTable, ...more: (SQL | undefined)[]): SQL | undefined =>
    and(eq(table.shopId, shopId), ...more)
  return {
    tables: database.tables,
    /** Reads columns of the shop's own rows of a table for which `more` is true; joins, order and limit follow. */
    select: <Fields extends SelectedFields, Table extends ShopTable>(
      fields: Fields,
      table: Table,
      ...more: (SQL | undefined)[]
    ) =>
      database
        .select(fields)
        // Drizzle's own check of a table cannot look into a type that is not known yet.
        .from<Table>(table as never)
        .where(own(table, ...more)),
    /** That a row is the shop's own, and more: the `where` of a write. */
    own,
  }
}
