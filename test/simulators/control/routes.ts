import { type Context, Hono } from 'hono'
import * as z from 'zod'
import type { Simulation } from '../simulation.ts'
import { Complaint, closeDispute, openDispute, withdraw } from '../stripe/disputes.ts'
import { missing, StripeFailure } from '../stripe/errors.ts'
import { failRefund, findRefund, settleRefund } from '../stripe/refunds.ts'
import { redeliver, releaseHeld } from '../webhooks/plan.ts'
import { Approval, approve, decline, expire, process } from './actions.ts'
import { FaultPlan } from './faults.ts'

/** `/sim`: what a test or a person does to the simulated world. No key: it listens on loopback only. */
export function controlRoutes(simulation: Simulation, settle: () => Promise<void>): Hono {
  const app = new Hono()

  app.get('/health', (c) => c.json({ status: 'ok' }, 200))

  app.post('/payment_intents/:id/approve', async (c) => {
    const approval = await readBody(c, Approval)
    return c.json(approve(simulation, c.req.param('id'), approval), 200)
  })
  app.post('/payment_intents/:id/decline', (c) =>
    c.json(decline(simulation, c.req.param('id')), 200),
  )
  app.post('/payment_intents/:id/expire', (c) => c.json(expire(simulation, c.req.param('id')), 200))
  app.post('/payment_intents/:id/process', (c) =>
    c.json(process(simulation, c.req.param('id')), 200),
  )

  app.post('/refunds/:id/succeed', (c) =>
    c.json(settleRefund(simulation, findRefund(simulation, c.req.param('id'))), 200),
  )
  app.post('/refunds/:id/fail', (c) =>
    c.json(failRefund(simulation, findRefund(simulation, c.req.param('id'))), 200),
  )

  app.post('/payment_intents/:id/dispute', async (c) => {
    const said = await readBody(c, Complaint)
    return c.json(openDispute(simulation, c.req.param('id'), said), 201)
  })
  app.post('/disputes/:id/withdraw', async (c) => {
    const { fee } = await readBody(c, Complaint)
    return c.json(withdraw(simulation, c.req.param('id'), fee), 200)
  })
  app.post('/disputes/:id/win', (c) =>
    c.json(closeDispute(simulation, c.req.param('id'), 'won'), 200),
  )
  app.post('/disputes/:id/lose', (c) =>
    c.json(closeDispute(simulation, c.req.param('id'), 'lost'), 200),
  )

  app.get('/faults', (c) => c.json({ faults: simulation.faults.list() }, 200))
  app.post('/faults', async (c) => {
    const plan = await readBody(c, FaultPlan)
    return c.json({ faults: plan.faults.map((fault) => simulation.addFault(fault)) }, 201)
  })
  app.delete('/faults', (c) => {
    const faults = simulation.faults.list()
    for (const { id } of faults) simulation.faults.delete(id)
    const released = releaseHeld(simulation)
    return c.json({ cleared: faults.length, released }, 200)
  })

  app.get('/webhooks', (c) => {
    const event = c.req.query('event')
    const deliveries = simulation.deliveries
      .list()
      .filter(({ eventId, eventType }) => !event || eventId === event || eventType === event)
    return c.json({ webhooks: deliveries.reverse() }, 200)
  })
  app.post('/webhooks/release', (c) => c.json({ released: releaseHeld(simulation) }, 200))
  app.post('/webhooks/settle', async (c) => {
    await settle()
    return c.json({ webhooks: simulation.deliveries.list().reverse() }, 200)
  })
  app.post('/webhooks/:eventId/redeliver', (c) => {
    const event = simulation.events.get(c.req.param('eventId'))
    if (event === undefined) throw missing('event', c.req.param('eventId'))
    return c.json(redeliver(simulation, event), 201)
  })

  app.post('/reset', (c) => {
    simulation.reset()
    return c.body(null, 204)
  })
  return app
}

async function readBody<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  const text = await c.req.text()
  const result = schema.safeParse(parseJson(text))
  if (result.success) return result.data
  throw new StripeFailure(400, {
    type: 'invalid_request_error',
    code: 'control_invalid',
    message: z.prettifyError(result.error),
  })
}

function parseJson(text: string): unknown {
  if (text === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
