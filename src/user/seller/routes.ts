import { Hono } from 'hono'
import { allow } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { UserEnv } from '../index.ts'
import { Shop, ShopSlug } from './schema.ts'

/** Shops as anyone sees them. */
export const sellerRoutes = () =>
  new Hono<UserEnv>().get(
    '/shops/:slug',
    operation({
      summary: 'Read one shop',
      tag: 'Shops',
      answers: [200, Shop],
      problems: ['not_found'],
    }),
    allow('anyone'),
    valid('param', ShopSlug),
    async (c) => c.json(await c.get('user').shop(c.req.valid('param').slug, c.get('locale')), 200),
  )
