import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as z from 'zod'
import { allow } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import { Problem } from '#src/common/problem.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { OrderEnv } from '../index.ts'
import { WebhookParam } from '../payment/schema.ts'

const Received = z.object({ received: z.literal(true) }).meta({ id: 'WebhookReceived' })

/** Where providers call. The raw bytes are what is signed, so nothing parses them before. */
export const webhookRoutes = () =>
  new Hono<OrderEnv>().post(
    '/webhooks/:provider',
    operation({
      summary: 'Take a webhook of a payment provider',
      tag: 'Webhooks',
      answers: [200, Received],
      problems: ['signature_invalid', 'not_found', 'body_too_large'],
    }),
    allow('anyone', { anyToken: true }),
    valid('param', WebhookParam),
    bodyLimit({
      maxSize: SETTINGS.body.webhookMaxBytes,
      onError: () => {
        throw new Problem('body_too_large')
      },
    }),
    async (c) => {
      const { provider } = c.req.valid('param')
      await c.get('order').webhooks.receive(provider, await c.req.text(), c.req.raw.headers)
      return c.json({ received: true as const }, 200)
    },
  )
