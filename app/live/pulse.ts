const EVERY_MS = 30_000
/** The runtime answers by itself, without waking the channel: later than that means that nobody does. */
const ANSWER_MS = 10_000

export type Pulse = {
  /** Whatever comes in is a sign of life. */
  heard(): void
  stop(): void
}

/**
 * Asks for a sign of life while the page is seen, since a line that died says nothing: a page that only
 * listens would wait on it for ever. A page that nobody sees asks when it is seen again.
 */
export function takePulse(socket: WebSocket, onSilence: () => void): Pulse {
  let silence: ReturnType<typeof setTimeout> | undefined
  const ask = (): void => {
    if (document.hidden || silence !== undefined) return
    socket.send('ping')
    silence = setTimeout(onSilence, ANSWER_MS)
  }
  const heard = (): void => {
    clearTimeout(silence)
    silence = undefined
  }
  const each = setInterval(ask, EVERY_MS)
  document.addEventListener('visibilitychange', ask)
  return {
    heard,
    stop() {
      heard()
      clearInterval(each)
      document.removeEventListener('visibilitychange', ask)
    },
  }
}
