import { Hono } from 'hono'
import { allow, signedIn } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { OrderEnv } from '../index.ts'
import { IdParam } from '../schema.ts'
import { Parcel, ParcelParam, RestDropped } from './schema.ts'

/** What operators say of parcels whose carrier does not speak for itself, and of those that never come. */
export const parcelRoutes = () =>
  new Hono<OrderEnv>()
    .post(
      '/admin/parcels/:id/delivered',
      operation({
        summary: 'Say that a parcel has arrived; a second time changes nothing',
        tag: 'Operators',
        answers: [200, Parcel],
        problems: ['forbidden', 'not_found', 'transition_refused', 'conflict'],
        signedIn: true,
      }),
      allow('operator', { fresh: true }),
      valid('param', ParcelParam),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        const { id } = c.req.valid('param')
        const by = { actor: 'operator' as const, userId }
        return c.json(await c.get('order').parcels.delivered(id, by), 200)
      },
    )
    .post(
      '/admin/orders/:id/drop-rest',
      operation({
        summary:
          'Let an order that was sent in part go on without the rest, where no refund is possible',
        tag: 'Operators',
        answers: [200, RestDropped],
        problems: ['forbidden', 'not_found', 'transition_refused', 'conflict'],
        signedIn: true,
      }),
      allow('operator', { fresh: true }),
      valid('param', IdParam),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        const by = { actor: 'operator' as const, userId }
        return c.json(await c.get('order').parcels.dropRest(c.req.valid('param').id, by), 200)
      },
    )
