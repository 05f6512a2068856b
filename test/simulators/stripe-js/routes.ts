import { Hono } from 'hono'
import type { Simulation } from '../simulation.ts'
export function stripeJsRoutes(_simulation: Simulation): Hono {
  return new Hono()
}
