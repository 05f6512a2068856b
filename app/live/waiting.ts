/** Notifications that were not read, and talks with something new. */
export type Waiting = { unread: number; rooms: number }
