import { Hono } from 'hono'
import { allow, signedIn } from '#src/auth/middleware.ts'
import { operation } from '#src/common/http/operation.ts'
import { valid } from '#src/common/http/validate.ts'
import type { UserEnv } from '../index.ts'
import { Device, DeviceList, DeviceParam, PushWays, RegisterDevice } from './schema.ts'

const tag = 'Notifications'
// Where an account's news goes: a session that has ended must not lead it elsewhere.
const fresh = { fresh: true }

/** The caller's own devices: another's id is as unknown as none. */
export const deviceRoutes = () =>
  new Hono<UserEnv>()
    .get(
      '/me/devices',
      operation({
        summary: 'List the devices that pushes go to',
        tag,
        answers: [200, DeviceList],
        signedIn: true,
      }),
      allow('user'),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        return c.json(await c.get('user').devices.list(userId), 200)
      },
    )
    .get(
      '/me/push-ways',
      operation({
        summary: 'Read what pushes can come by, and the key that browsers subscribe with',
        tag,
        answers: [200, PushWays],
        signedIn: true,
      }),
      allow('user'),
      (c) => c.json(c.get('user').devices.ways(), 200),
    )
    .post(
      '/me/devices',
      operation({
        summary: 'Have pushes come to a device',
        tag,
        answers: [201, Device],
        signedIn: true,
      }),
      allow('user', fresh),
      valid('json', RegisterDevice),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        return c.json(await c.get('user').devices.register(userId, c.req.valid('json')), 201)
      },
    )
    .delete(
      '/me/devices/:id',
      operation({
        summary: 'Have no more pushes come to a device',
        tag,
        answers: [204],
        problems: ['not_found'],
        signedIn: true,
      }),
      allow('user', fresh),
      valid('param', DeviceParam),
      async (c) => {
        const { userId } = signedIn(c.get('principal'))
        await c.get('user').devices.remove(userId, c.req.valid('param').id)
        return c.body(null, 204)
      },
    )
