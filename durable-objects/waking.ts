/** When an object wakes by itself: at the earliest time that anything asked for. */
export function createWaking(storage: () => DurableObjectStorage) {
  let wakesAt = Number.POSITIVE_INFINITY

  return {
    /** The alarm rang: none is set any more. */
    rang(): void {
      wakesAt = Number.POSITIVE_INFINITY
    },

    /** By then, or sooner when an alarm that was set before the object slept says so. */
    async by(at: number): Promise<void> {
      if (wakesAt <= at) return
      wakesAt = at
      const set = await storage().getAlarm()
      // Something more urgent may have come meanwhile.
      if (wakesAt !== at) return
      if (set !== null && set <= at) wakesAt = set
      else await storage().setAlarm(at)
    },

    /** Sooner than whatever is set, in the same turn as what it is for: both are kept, or neither. */
    soon(at: number): void {
      if (wakesAt <= at) return
      wakesAt = at
      void storage().setAlarm(at)
    },
  }
}
