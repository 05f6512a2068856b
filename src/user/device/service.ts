import type { Clock } from '#src/common/clock.ts'
import { newId, sha256 } from '#src/common/id.ts'
import { Problem, wrongField } from '#src/common/problem.ts'
import { SETTINGS } from '#src/config/settings.ts'
import type { Database } from '#src/database/database.ts'
import { type DeviceRow, deleteDevice, devicesOf, saveDevice } from './repository.ts'
import {
  applicationKey,
  isPushService,
  keptAs,
  movesWithItsHolder,
  type NewDevice,
} from './rules.ts'
import type { Device, DeviceList, PushWays } from './schema.ts'

export type DeviceDeps = {
  database: Database
  clock: Clock
  /** The key that signs pushes to browsers. */
  pushKey: { x: string; y: string } | null
  /** Whether people can say which LINE account is theirs. */
  canLinkLine: boolean
}

/** Where pushes to an account go. */
export function createDeviceService({ database, clock, pushKey, canLinkLine }: DeviceDeps) {
  const max = SETTINGS.limits.devicesPerUser
  const mine = async (userId: string) => await devicesOf(database, [userId])

  return {
    /** All of an account's devices, the newest first. One query. */
    list: async (userId: string): Promise<DeviceList> => ({
      items: (await mine(userId)).map(shown),
      nextCursor: null,
      max,
    }),

    /** What pushes can come by. */
    ways: (): PushWays => ({
      webPushKey: pushKey && applicationKey(pushKey),
      line: canLinkLine,
    }),

    /**
     * Keeps a device; the same one again is the same, and one more than an account may have takes the
     * place of the oldest. @throws Problem `validation_failed` for an endpoint that is no push service's
     */
    async register(userId: string, device: NewDevice): Promise<Device> {
      if (device.kind === 'web_push' && !isPushService(device.endpoint)) {
        throw wrongField('endpoint', 'not_a_choice')
      }
      const kept = keptAs(device)
      const tokenHash = await sha256(`${kept.kind}:${kept.token}`)
      const row = { ...kept, id: newId('dev'), userId, tokenHash, createdAt: clock.now() }
      await saveDevice(database, row, { max, moves: movesWithItsHolder(device) })
      const now = (await mine(userId)).find((one) => one.tokenHash === tokenHash)
      return shown(now ?? row)
    },

    /** Takes a device away. @throws Problem `not_found` */
    async remove(userId: string, id: string): Promise<void> {
      if (!(await deleteDevice(database, userId, id))) throw new Problem('not_found')
    },

    /** The devices of some accounts. One query. */
    of: async (userIds: readonly string[]): Promise<DeviceRow[]> =>
      await devicesOf(database, userIds),

    /** Forgets one that its push service no longer knows. */
    forget: async (userId: string, id: string): Promise<void> => {
      await deleteDevice(database, userId, id)
    },
  }
}

export type DeviceService = ReturnType<typeof createDeviceService>
export type { DeviceRow } from './repository.ts'

const shown = ({ id, kind, createdAt }: DeviceRow): Device => ({
  ...{ id, kind },
  createdAt: createdAt.toISOString(),
})
