import { type Kit, postgresKit, sqliteKit } from './columns.ts'
import { bookTables } from './tables/books.ts'
import { chatTables } from './tables/chat.ts'
import { flashSaleTables } from './tables/flash-sale.ts'
import { messageTables } from './tables/message.ts'
import { notificationTables } from './tables/notification.ts'
import { orderTables } from './tables/order.ts'
import { parcelTables } from './tables/parcel.ts'
import { paymentTables } from './tables/payment.ts'
import { productTables } from './tables/product.ts'
import { uploadTables } from './tables/upload.ts'
import { userTables } from './tables/user.ts'
import { voucherTables } from './tables/voucher.ts'
import { watchTables } from './tables/watch.ts'

function createTables(kit: Kit) {
  return {
    ...userTables(kit),
    ...productTables(kit),
    ...voucherTables(kit),
    ...flashSaleTables(kit),
    ...orderTables(kit),
    ...parcelTables(kit),
    ...paymentTables(kit),
    ...bookTables(kit),
    ...messageTables(kit),
    ...chatTables(kit),
    ...notificationTables(kit),
    ...watchTables(kit),
    ...uploadTables(kit),
  }
}

/** Every table, by its name in the code. Repositories take them from the Database they are given. */
export type Tables = ReturnType<typeof createTables>

let sqliteTables: Tables | undefined
let postgresTables: Tables | undefined

// Built on first use: no work at module start, and an isolate needs only one of the two.
export const tablesForSqlite = (): Tables => (sqliteTables ??= createTables(sqliteKit))
export const tablesForPostgres = (): Tables => (postgresTables ??= createTables(postgresKit))
