import type { Simulation } from './simulation.ts'
import { settleRefund } from './stripe/refunds.ts'
import { expire } from './stripe/settlement.ts'

/** Does what the clock has brought: QRs that ran out, refunds that the bank has paid. */
export function runClock(simulation: Simulation): void {
  const now = simulation.now()
  for (const record of simulation.intents.due(now)) {
    const method = simulation.methods.get(record.wire.payment_method ?? '')
    if (method === undefined) simulation.intents.put({ ...record, qrExpiresAt: null })
    else expire(simulation, record, method)
  }
  for (const record of simulation.refunds.due(now)) settleRefund(simulation, record)
}
