import postgres from 'postgres'

/** The migrated, empty database that suites copy when they count every row. */
export const TEMPLATE = 'talat_template'

/** A database of the suite's own, beside the shared one; ends with the server. */
export async function ownPostgres(connectionString: string): Promise<string> {
  const name = `own_${crypto.randomUUID().replaceAll('-', '')}`
  const url = new URL(connectionString)
  const shared = postgres(connectionString, { max: 1, fetch_types: false })
  await shared.unsafe(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`)
  await shared.end({ timeout: 1 })
  url.pathname = `/${name}`
  return url.href
}
