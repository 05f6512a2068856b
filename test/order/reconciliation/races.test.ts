import { expect, it } from 'vitest'
import { StaleWrite } from '#src/database/database.ts'
import { createReconciliationService } from '#src/order/reconciliation/service.ts'

it('An unpaid group that others keep being faster at is not ended, and whoever asked is told to look again', async () => {
  let tried = 0
  const deps = {
    database: {
      atomically: async () => {
        tried += 1
        throw new StaleWrite()
      },
    },
    clock: { now: () => new Date('2026-11-23T03:00:00Z') },
    groups: { load: async () => ({ group: {}, orders: [], lines: [] }), move: () => [] },
    payments: { attempts: async () => [] },
  }
  const { end } = createReconciliationService(deps as never)
  await expect(end('grp_1', 'cancelled')).rejects.toMatchObject({ code: 'conflict' })
  expect(tried).toBeGreaterThan(1)
})
