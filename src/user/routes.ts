import { Hono } from 'hono'
import { addressRoutes } from './address/routes.ts'
import { authRoutes } from './auth/routes.ts'
import { deviceRoutes } from './device/routes.ts'
import type { UserEnv } from './index.ts'
import { lineRoutes } from './line/routes.ts'
import { memberRoutes } from './member/routes.ts'
import { notificationRoutes } from './notification/routes.ts'
import { preferenceRoutes } from './preference/routes.ts'
import { profileRoutes } from './profile/routes.ts'
import { sellerRoutes } from './seller/routes.ts'

/** Everything under /api that belongs to accounts and shops. */
export const userRoutes = () =>
  new Hono<UserEnv>()
    .route('/', authRoutes())
    .route('/', profileRoutes())
    .route('/', addressRoutes())
    .route('/', sellerRoutes())
    .route('/', memberRoutes())
    .route('/', notificationRoutes())
    .route('/', preferenceRoutes())
    .route('/', deviceRoutes())
    .route('/', lineRoutes())

export type UserApi = ReturnType<typeof userRoutes>
