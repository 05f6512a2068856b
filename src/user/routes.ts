import { Hono } from 'hono'
import { authRoutes } from './auth/routes.ts'
import type { UserEnv } from './index.ts'
import { profileRoutes } from './profile/routes.ts'
import { sellerRoutes } from './seller/routes.ts'

/** Everything under /api that belongs to accounts and shops. */
export const userRoutes = () =>
  new Hono<UserEnv>()
    .route('/', authRoutes())
    .route('/', profileRoutes())
    .route('/', sellerRoutes())

export type UserApi = ReturnType<typeof userRoutes>
