import type { Simulation } from '../simulation.ts'
import type { FaultRecord } from './faults.ts'

/** Counts one strike of a fault and forgets it after its last. */
export function strike(simulation: Simulation, record: FaultRecord): void {
  if (record.left === null) return
  if (record.left <= 1) simulation.faults.delete(record.id)
  else simulation.faults.put({ ...record, left: record.left - 1 })
}
