import { callApi } from '../session/store.ts'

/** Marks a notification as read while its reader goes where it leads; lost, it stays unread. */
export function markSeen(id: string): void {
  const sent = callApi('/api/me/notifications/read', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ids: [id] }),
    keepalive: true,
  })
  sent.catch(() => undefined)
}
