import { showToast } from '../components/toast-store.ts'
import type { Locale } from '../locale.ts'
import { site } from '../messages/site.ts'
import { callApi } from '../session/store.ts'
import type { NotificationPage } from '../shapes.ts'
import { openChannel } from './channel.ts'
import { inboxNews } from './inbox-news.ts'
import { markSeen } from './mark-seen.ts'
import type { Waiting } from './waiting.ts'

type InboxOptions = {
  locale: Locale
  onWaiting(news: Partial<Waiting>): void
  /** Somebody wants to see where a notification leads. */
  onSee(link: string): void
}

/** The list of talks is a copy that comes a moment after the words themselves. */
const COPIED_MS = 1_500
/** A change of an order and the news of it come one after the other: pages look once. */
const TOGETHER_MS = 400

/** Listens to what somebody is told. A frame is a hint: what it is about is asked of the API. */
export function openInbox({ locale, onWaiting, onSee }: InboxOptions): () => void {
  let soon: ReturnType<typeof setTimeout> | undefined
  let later: ReturnType<typeof setTimeout> | undefined

  const look = () => {
    clearTimeout(later)
    later = setTimeout(() => inboxNews.setState(({ heard }) => ({ heard: heard + 1 })), TOGETHER_MS)
  }

  const read = async <Body>(path: string): Promise<Body | undefined> => {
    try {
      const answer = await callApi(path, { headers: { 'Accept-Language': locale } })
      return answer.ok ? ((await answer.json()) as Body) : undefined
    } catch {
      // Without an answer the page stays as it is; the next frame, or the next page, asks again.
      return undefined
    }
  }
  const newest = async () => {
    const page = await read<NotificationPage>('/api/me/notifications?limit=1')
    if (page !== undefined) onWaiting({ unread: page.unread })
    return page?.items[0]
  }
  const countRooms = async () => {
    const found = await read<{ unreadRooms: number }>('/api/chat/unread')
    if (found !== undefined) onWaiting({ rooms: found.unreadRooms })
  }
  const told = async (id: string) => {
    look()
    const last = await newest()
    if (last === undefined || last.id !== id || isShown(last.link)) return
    const run = () => {
      markSeen(last.id)
      onSee(last.link)
    }
    showToast({ text: last.title, action: { label: site[locale].see, run } })
  }

  const channel = openChannel({
    channel: 'inbox',
    orderToken: null,
    onState: () => undefined,
    // Whatever happened while nobody listened.
    onHello() {
      void newest()
      void countRooms()
    },
    onGap() {
      void newest()
      void countRooms()
    },
    onEvent(event) {
      if (event.kind === 'notification') void told(event.id)
      if (event.kind === 'notifications-read') {
        void newest()
        look()
      }
      if (event.kind === 'order-group') look()
      if (event.kind !== 'talk') return
      clearTimeout(soon)
      soon = setTimeout(() => {
        void countRooms()
        look()
      }, COPIED_MS)
    },
  })
  return () => {
    clearTimeout(soon)
    clearTimeout(later)
    channel.close()
  }
}

/** Whether somebody looks at it already: that page follows by itself. */
const isShown = (link: string): boolean =>
  location.pathname.replace(/^\/en(?=\/|$)/, '') === link.split('?')[0]
