import { env } from 'cloudflare:workers'
import type { DurableObjectNamespace } from '@cloudflare/workers-types'
import { FlashStock } from '#objects/flash-stock.ts'
import type { FlashStocks, FlashStock as Held } from '#src/services/flash-stock/index.ts'
import type { Isolate, Scheduler } from '../scheduler.ts'
import { objectStorage, wipe } from './object-storage.ts'

/** What an object is made of: the state of the one that a simulation lives in. */
export type Ground = DurableObjectState
/** One of these is made for each life of an object; what it keeps beside its storage dies with it. */
export type Remade = (object: Held) => Held

type Item = {
  name: string
  wakesAtMs?: number | undefined
  isRinging: boolean
  /** Undefined while it is evicted. */
  live?: { object: FlashStock; face: Held } | undefined
}

const CALLS = ['transfer', 'take', 'settle', 'release', 'reconcile'] as const
/** How likely an object has been evicted since it was called last. */
const EVICTED = 0.15
const RING_AGAIN_MS = 2000

/**
 * The objects of flash sales: the class that is deployed, on storage that outlives its instances. Each
 * call of one waits for its turn and may meet a fault; each may find the object begun anew.
 */
export function createFlashTwin(
  ground: Ground,
  { through, note, isolate: newIsolate, random, clock }: Scheduler,
  remade: Remade = (object) => object,
) {
  wipe(ground.storage, 'object_')
  const items = new Map<string, Item>()

  function itemOf(id: string): Item {
    const known = items.get(id)
    if (known !== undefined) return known
    const made = { name: `object_${items.size + 1}`, isRinging: false }
    items.set(id, made)
    return made
  }

  function liveOf(item: Item) {
    if (item.live !== undefined) return item.live
    const storage = objectStorage(ground.storage, item.name, {
      get: () => item.wakesAtMs ?? null,
      set(atMs) {
        item.wakesAtMs = atMs
      },
    })
    // The runtime takes no state but its own; what the class then finds there is ours.
    const object = new FlashStock(ground as never, env as never)
    Object.defineProperty(object, 'ctx', { value: { storage } })
    item.live = { object, face: remade(object) }
    return item.live
  }

  function perhapsEvict(item: Item): void {
    if (random.chance(EVICTED)) item.live = undefined
  }

  /** An alarm comes at least once: one that failed comes again, unless another was set meanwhile. */
  async function ring(id: string, item: Item): Promise<void> {
    item.isRinging = true
    const isolate = newIsolate('object')
    await new Promise<void>((resolve) => {
      isolate.onCrash = resolve
      through(isolate, 'ask', `alarm of ${id}`, async () => {
        item.wakesAtMs = undefined
        perhapsEvict(item)
        await liveOf(item).object.alarm()
      }).then(resolve, resolve)
    })
    item.isRinging = false
    const isDue = item.wakesAtMs === undefined || item.wakesAtMs <= clock.nowMs
    if (isolate.struck && isDue) item.wakesAtMs = clock.nowMs + RING_AGAIN_MS
  }

  return {
    /** Rings the alarms that are due. */
    ringDue(): void {
      for (const [id, item] of items) {
        const { isRinging, wakesAtMs = Number.POSITIVE_INFINITY } = item
        if (!isRinging && wakesAtMs <= clock.nowMs) void ring(id, item)
      }
    },

    /** The objects as they are, for whoever judges. */
    stocks: ((id) => liveOf(itemOf(id)).face) as FlashStocks,

    reachedBy(isolate: Isolate): DurableObjectNamespace {
      const stub = (id: string) => {
        const call = async (name: (typeof CALLS)[number], given: unknown[]) =>
          await through(
            isolate,
            'ask',
            `flash ${name} ${id} ${JSON.stringify(given)}`,
            async () => {
              const item = itemOf(id)
              perhapsEvict(item)
              const { face } = liveOf(item)
              const method = face[name] as (...given: unknown[]) => Promise<unknown>
              const answer = await method.apply(face, structuredClone(given))
              note(`flash-${name}#${item.name} ← ${typeof answer === 'string' ? answer : 'answer'}`)
              return structuredClone(answer)
            },
          )
        return Object.fromEntries(
          CALLS.map((name) => [name, async (...given: unknown[]) => await call(name, given)]),
        )
      }
      return { idFromName: (name: string) => name, get: stub } as unknown as DurableObjectNamespace
    },
  }
}

export type FlashTwin = ReturnType<typeof createFlashTwin>
