import { newId } from '../../src/common/id.ts'
import type { Tables } from '../../src/database/tables.ts'

type User = Tables['users']['$inferInsert']
type StockLevel = Tables['stockLevels']['$inferInsert']

export function makeUser(some: Partial<User> = {}): User {
  const id = newId('usr')
  return {
    id,
    email: `${id}@example.test`,
    name: 'สมหญิง ใจดี',
    passwordHash: null,
    roles: [],
    createdAt: new Date('2026-11-22T10:11:12.345Z'),
    ...some,
  }
}

export function makeStockLevel(some: Partial<StockLevel> = {}): StockLevel {
  return {
    variantId: newId('var'),
    productId: newId('prd'),
    onHand: 1,
    reserved: 0,
    version: 1,
    lowAt: null,
    ...some,
  }
}
