/**
 * Hands things on at once while few come, and together while many do: the first of a burst goes by
 * itself, and what comes within `everyMs` of the last handing on waits for its end, `most` at most.
 * An object that waits for its timer is not put to sleep; one that breaks off loses its sockets as well.
 */
export function gather<Item>(
  { everyMs, most }: { everyMs: number; most: number },
  handOn: (items: Item[]) => void,
) {
  let waiting: Item[] = []
  let handedOnAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    if (waiting.length === 0) return
    const items = waiting
    waiting = []
    handedOnAt = Date.now()
    handOn(items)
  }

  return {
    add(item: Item): void {
      waiting.push(item)
      const wait = handedOnAt + everyMs - Date.now()
      if (wait <= 0 || waiting.length >= most) flush()
      else timer ??= setTimeout(flush, wait)
    },
    flush,
  }
}
