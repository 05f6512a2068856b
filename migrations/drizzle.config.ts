import { defineConfig } from 'drizzle-kit'

const dialect = process.env.DIALECT === 'postgres' ? 'postgres' : 'sqlite'

export default defineConfig({
  dialect: dialect === 'postgres' ? 'postgresql' : 'sqlite',
  schema: `./src/database/schema.${dialect}.ts`,
  out: `./migrations/${dialect === 'postgres' ? 'postgres' : 'd1'}`,
  casing: 'snake_case',
})
