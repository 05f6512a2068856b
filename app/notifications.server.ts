import type { Client } from '../src/client.ts'
import { unwrap } from './problem.server.ts'
import { segment } from './segment.server.ts'
import type { ChoosePreferences, LinkLine } from './shapes.ts'

/** What somebody is told, by what, and where it goes. */
export function notifications({ user }: Client) {
  const { notifications: all, 'notification-preferences': preferences, devices } = user.me
  const read = async (json: { ids: string[] } | { before: string }) =>
    (await unwrap(all.read.$post({ json }))).unread
  return {
    list: (query: Parameters<typeof all.$get>[0]['query']) => unwrap(all.$get({ query })),
    unread: async () => (await unwrap(all.unread.$get())).unread,
    read: async (id: string) => await read({ ids: [id] }),
    readUntil: async (before: string) => await read({ before }),
    preferences: () => unwrap(preferences.$get()),
    choose: (json: ChoosePreferences) => unwrap(preferences.$put({ json })),
    ways: () => unwrap(user.me['push-ways'].$get()),
    lineDoor: () => unwrap(user.me.line.doors.$post()),
    linkLine: (json: LinkLine) => unwrap(user.me.line.$post({ json })),
    devices: async () => (await unwrap(devices.$get())).items,
    forgetDevice: (id: string) => unwrap(devices[':id'].$delete({ param: { id: segment(id) } })),
  }
}
