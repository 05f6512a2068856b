import type { Database } from '#src/database/database.ts'
import { type DevMessage, listDevMessages } from '#src/database/dev-messages.ts'

const SHOWN = 100

/** Where messages go while no provider is configured. */
export const createDevInbox = (database: Database) => ({
  /** The newest of them. One query. */
  list: async (): Promise<DevMessage[]> => await listDevMessages(database, SHOWN),
})

export type DevInbox = ReturnType<typeof createDevInbox>
