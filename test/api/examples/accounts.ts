import { asShopper } from '../world.ts'
import {
  addresses,
  type Example,
  HOME,
  just,
  mine,
  native,
  newAccount,
  newEmail,
  own,
  PASSWORD,
  plain,
  someAccount,
} from './example.ts'

export const ACCOUNTS: Record<string, readonly Example[]> = {
  'POST /api/auth/register': [
    {
      make: async () =>
        plain({
          headers: native,
          body: { email: newEmail(), password: PASSWORD, name: 'มะลิ ใจดี' },
        }),
      readBack: ({ accessToken }) =>
        Object.assign(plain({ headers: asShopper({ token: accessToken ?? '' }) }), { from: '/me' }),
    },
  ],
  'POST /api/auth/login': [
    {
      make: async (world) => {
        const { email } = await newAccount(world)
        return plain({ headers: native, body: { email, password: PASSWORD } })
      },
      again: true,
    },
  ],
  'POST /api/auth/refresh': [
    {
      make: async (world) => {
        const { refreshToken } = await newAccount(world)
        return plain({ body: { refreshToken } })
      },
    },
  ],
  'POST /api/auth/logout': [
    {
      make: async (world) => {
        const { refreshToken } = await newAccount(world)
        return plain({ body: { refreshToken } })
      },
    },
  ],
  'GET /api/auth/jwks.json': [just()],
  'GET /api/me': [mine(() => ({}))],
  'PATCH /api/me': [
    {
      make: async (world) => {
        const owner = await someAccount(world)
        return plain({ headers: asShopper(owner), body: { name: 'มะลิ วัลย์' } })
      },
      again: true,
      readBack: (_, { headers }) => Object.assign(plain({ headers }), { from: '/me' }),
    },
  ],
  'GET /api/me/addresses': [mine(() => ({}))],
  'POST /api/me/addresses': [
    {
      make: async (world) => {
        const owner = await someAccount(world)
        return plain({ headers: asShopper(owner), body: { ...HOME, isDefault: false } })
      },
      readBack: (_, { headers }) => Object.assign(plain({ headers }), addresses),
    },
  ],
  'PATCH /api/me/addresses/{id}': [
    {
      make: async (world) =>
        await own(world, {
          path: { id: world.shopper.addressId },
          body: { ...HOME, isDefault: true },
        }),
      again: true,
      readBack: (_, { headers }) => Object.assign(plain({ headers }), addresses),
    },
  ],
  'DELETE /api/me/addresses/{id}': [
    {
      make: async (world) => {
        const { token } = world.shopper
        const made = await world.market.call('POST', '/me/addresses', { token, body: HOME })
        return await own(world, { path: { id: made.body.id } })
      },
    },
  ],
}
