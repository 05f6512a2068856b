import { Hono } from 'hono'
import { checkClientSecret } from './caller.ts'
import { confirmIntent } from './confirmation.ts'
import { findDispute } from './disputes.ts'
import { missing } from './errors.ts'
import { findIntent } from './intent-checks.ts'
import { listPage } from './list.ts'
import { type Machine, operation, respond } from './operation.ts'
import * as params from './params.ts'
import { cancelIntent, createIntent, updateIntent } from './payment-intents.ts'
import { createPaymentMethod } from './payment-methods.ts'
import { createRefund, findRefund, updateRefund } from './refunds.ts'
import { searchIntents } from './search.ts'

/** Stripe's `/v1`, as far as a marketplace that takes cards and PromptPay uses it. */
export function stripeRoutes(machine: Machine): Hono {
  const { simulation } = machine
  const app = new Hono()

  app.post(
    '/payment_intents',
    operation(machine, params.CreatePaymentIntent, (input) => createIntent(simulation, input)),
  )
  app.get(
    '/payment_intents',
    operation(machine, params.ListPaymentIntents, (input) =>
      listPage(
        '/v1/payment_intents',
        simulation.intents.list().map(({ wire }) => wire),
        input,
      ),
    ),
  )
  app.get(
    '/payment_intents/search',
    operation(machine, params.SearchPaymentIntents, (input) =>
      searchIntents(
        simulation.intents.list().map(({ wire }) => wire),
        input,
      ),
    ),
  )
  app.get(
    '/payment_intents/:id',
    operation(
      machine,
      params.RetrievePaymentIntent,
      (input, c, caller) => {
        const { wire } = findIntent(simulation, c.req.param('id') ?? '')
        checkClientSecret(caller, wire, input.client_secret)
        return wire
      },
      'client',
    ),
  )
  app.post(
    '/payment_intents/:id',
    operation(machine, params.UpdatePaymentIntent, (input, c) =>
      updateIntent(simulation, c.req.param('id') ?? '', input),
    ),
  )
  app.post(
    '/payment_intents/:id/confirm',
    operation(
      machine,
      params.ConfirmPaymentIntent,
      (input, c, caller) => {
        const id = c.req.param('id') ?? ''
        checkClientSecret(caller, findIntent(simulation, id).wire, input.client_secret)
        return confirmIntent(simulation, id, input)
      },
      'client',
    ),
  )
  app.post(
    '/payment_intents/:id/cancel',
    operation(machine, params.CancelPaymentIntent, (input, c) =>
      cancelIntent(simulation, c.req.param('id') ?? '', input.cancellation_reason ?? null),
    ),
  )

  app.post(
    '/payment_methods',
    operation(
      machine,
      params.CreatePaymentMethod,
      (input) => createPaymentMethod(simulation, input).wire,
      'client',
    ),
  )
  app.get(
    '/payment_methods/:id',
    operation(machine, params.Retrieve, (_, c) =>
      found('PaymentMethod', c.req.param('id'), (id) => simulation.methods.get(id)?.wire),
    ),
  )

  app.post(
    '/refunds',
    operation(machine, params.CreateRefund, (input) => createRefund(simulation, input)),
  )
  app.get(
    '/refunds',
    operation(machine, params.ListRefunds, (input) => {
      const refunds = simulation.refunds
        .list()
        .map(({ wire }) => wire)
        .filter(
          (refund) =>
            (input.charge === undefined || refund.charge === input.charge) &&
            (input.payment_intent === undefined || refund.payment_intent === input.payment_intent),
        )
      return listPage('/v1/refunds', refunds, input)
    }),
  )
  app.get(
    '/refunds/:id',
    operation(
      machine,
      params.Retrieve,
      (_, c) => findRefund(simulation, c.req.param('id') ?? '').wire,
    ),
  )
  app.post(
    '/refunds/:id',
    operation(machine, params.UpdateRefund, (input, c) =>
      updateRefund(simulation, c.req.param('id') ?? '', input.metadata),
    ),
  )

  app.get(
    '/charges',
    operation(machine, params.ListCharges, (input) => {
      const { payment_intent: intent } = input
      const charges = simulation.charges
        .list()
        .filter((charge) => intent === undefined || charge.payment_intent === intent)
      return listPage('/v1/charges', charges, input)
    }),
  )
  app.get(
    '/charges/:id',
    operation(machine, params.Retrieve, (_, c) =>
      found('charge', c.req.param('id'), simulation.charges.get),
    ),
  )

  app.get(
    '/disputes',
    operation(machine, params.ListCharges, (input) => {
      const { payment_intent: intent } = input
      const disputes = simulation.disputes
        .list()
        .filter((dispute) => intent === undefined || dispute.payment_intent === intent)
      return listPage('/v1/disputes', disputes, input)
    }),
  )
  app.get(
    '/disputes/:id',
    operation(machine, params.Retrieve, (_, c) => findDispute(simulation, c.req.param('id') ?? '')),
  )

  app.get(
    '/events',
    operation(machine, params.ListEvents, (input) => {
      const wanted = [...(input.types ?? []), ...(input.type === undefined ? [] : [input.type])]
      const matches = (type: string) =>
        wanted.length === 0 ||
        wanted.some((one) => (one.endsWith('*') ? type.startsWith(one.slice(0, -1)) : type === one))
      const events = simulation.events.list().filter(({ type }) => matches(type))
      return listPage('/v1/events', events, input)
    }),
  )
  app.get(
    '/events/:id',
    operation(machine, params.Retrieve, (_, c) =>
      found('event', c.req.param('id'), simulation.events.get),
    ),
  )

  app.get(
    '/balance_transactions',
    operation(machine, params.ListBalanceTransactions, (input) => {
      const lines = simulation.balance
        .list()
        .filter(
          (line) =>
            (input.source === undefined || line.source === input.source) &&
            (input.type === undefined || line.type === input.type),
        )
      return listPage('/v1/balance_transactions', lines, input)
    }),
  )
  app.get(
    '/balance_transactions/:id',
    operation(machine, params.Retrieve, (_, c) =>
      found('balance_transaction', c.req.param('id'), simulation.balance.get),
    ),
  )

  app.all('*', (c) => {
    const message = `Unrecognized request URL (${c.req.method}: ${c.req.path}). The simulator has only the paths that Talat uses.`
    const error = { type: 'invalid_request_error', message }
    return respond(404, JSON.stringify({ error }, null, 2), simulation.newId('req', 14))
  })
  return app
}

function found<T>(noun: string, id: string | undefined, get: (id: string) => T | undefined): T {
  const object = get(id ?? '')
  if (object === undefined) throw missing(noun, id ?? '')
  return object
}
