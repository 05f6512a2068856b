import { Hono } from 'hono'
import * as z from 'zod'
import { allow } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { describeError } from '#src/common/log.ts'
import type { HttpEnv } from '#src/config/http-env.ts'

const Health = z.object({ status: z.literal('ok') }).meta({ id: 'Health' })
const Ready = z
  .object({
    status: z.enum(['ok', 'failing']),
    checks: z.record(z.string(), z.enum(['ok', 'failing'])),
  })
  .meta({ id: 'Ready' })

/** Asks a binding the cheapest question it has; rejects when it does not answer. */
export type Probes = Record<string, () => Promise<unknown>>

const tag = 'Health'

export const healthRoutes = () =>
  new Hono<HttpEnv<{ probes: Probes }>>()
    .get(
      '/health',
      operation({ summary: 'Is the Worker up', tag, answers: [200, Health] }),
      allow('anyone', { anyToken: true }),
      (c) => c.json({ status: 'ok' as const }, 200),
    )
    .get(
      '/health/ready',
      operation({ summary: 'Does each binding answer', tag, answers: [200, Ready] }),
      allow('anyone', { anyToken: true }),
      async (c) => {
        const checks = await Promise.all(
          Object.entries(c.get('probes')).map(async ([name, probe]) => {
            try {
              await probe()
              return [name, 'ok'] as const
            } catch (error) {
              c.get('log').error('probe.failed', { name, ...describeError(error) })
              return [name, 'failing'] as const
            }
          }),
        )
        const failing = checks.some(([, state]) => state === 'failing')
        const body = {
          status: failing ? ('failing' as const) : ('ok' as const),
          checks: Object.fromEntries(checks),
        }
        return c.json(body, failing ? 503 : 200)
      },
    )
