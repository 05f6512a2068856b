import { Hono } from 'hono'
import { allow, signedIn } from '#src/auth/middleware.ts'
import { HEADERS, idempotencyKeyIfAny } from '#src/common/http/headers.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { UserEnv } from '../index.ts'
import { Address, AddressList, AddressParam, ChangeAddress, NewAddress } from './schema.ts'

const tag = 'Addresses'
// Where parcels go: a session that has ended must not move it, not even for its token's last minutes.
const fresh = { fresh: true }

/** The caller's own addresses: another's id is as unknown as none. */
export const addressRoutes = () =>
  new Hono<UserEnv>()
    .get(
      '/me/addresses',
      operation({
        summary: 'List your addresses',
        tag,
        answers: [200, AddressList],
        signedIn: true,
      }),
      allow('user'),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        return c.json(await c.get('user').addresses.list(userId, c.get('locale')), 200)
      },
    )
    .post(
      '/me/addresses',
      operation({
        summary: 'Keep an address',
        tag,
        headers: HEADERS.idempotencyKeyIfAny,
        answers: [201, Address],
        problems: ['idempotency_key_invalid', 'address_unknown', 'limit_reached'],
        signedIn: true,
      }),
      allow('user', fresh),
      valid('json', NewAddress),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        const key = idempotencyKeyIfAny(c.req)
        return c.json(await c.get('user').addresses.create(userId, c.req.valid('json'), key), 201)
      },
    )
    .patch(
      '/me/addresses/:id',
      operation({
        summary: 'Change an address',
        tag,
        answers: [200, Address],
        problems: ['not_found', 'address_unknown'],
        signedIn: true,
      }),
      allow('user', fresh),
      valid('param', AddressParam),
      valid('json', ChangeAddress),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        const { id } = c.req.valid('param')
        return c.json(await c.get('user').addresses.update(userId, id, c.req.valid('json')), 200)
      },
    )
    .delete(
      '/me/addresses/:id',
      operation({
        summary: 'Take an address away',
        tag,
        answers: [204],
        problems: ['not_found'],
        signedIn: true,
      }),
      allow('user', fresh),
      valid('param', AddressParam),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        await c.get('user').addresses.remove(userId, c.req.valid('param').id)
        return c.body(null, 204)
      },
    )
