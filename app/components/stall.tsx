import type { ShopLink } from '../shapes.ts'

const COLOURS = 8

/** FNV-1a: a number of 32 bits that is the same for a text wherever it is seen. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}

/** One of eight stall colours, the same for a shop wherever it is seen. */
export const stallOf = (shopId: string): number => (hashOf(shopId) % COLOURS) + 1

/** Colours for shops that stand together: of two with one colour, the later takes the next free. */
export function stallsOf(shopIds: readonly string[]): Map<string, number> {
  const stalls = new Map<string, number>()
  for (const id of shopIds) {
    let stall = stallOf(id)
    for (let tries = 0; tries < COLOURS && [...stalls.values()].includes(stall); tries += 1) {
      stall = (stall % COLOURS) + 1
    }
    stalls.set(id, stall)
  }
  return stalls
}

const CLASSES = [
  'stall-1',
  'stall-2',
  'stall-3',
  'stall-4',
  'stall-5',
  'stall-6',
  'stall-7',
  'stall-8',
]
export const stallClass = (stall: number): string => CLASSES[(stall - 1) % COLOURS] ?? 'stall-1'

/** The striped hem that every shop's things stand under. Decoration: the name is always beside it. */
export function Awning({ stall }: { stall: number }) {
  return <div className={`awning ${stallClass(stall)}`} aria-hidden="true" />
}

export function Swatch({ stall }: { stall: number }) {
  return <span className={`swatch ${stallClass(stall)}`} aria-hidden="true" />
}

/** A shop's first consonant: Thai writes some vowels before it. */
export function initialOf(name: string): string {
  const letters = Array.from(name.trim().replace(/^(ร้าน|บ้าน)(?=.)/u, ''))
  return letters.find((letter) => !/[เแโใไ\s"'“”]/u.test(letter))?.toUpperCase() ?? '•'
}

/** "▮ ลำปาง · บ้านเซรามิกลำปาง": where a thing comes from, on cards and rows. */
export function FromShop({ shop, stall }: { shop: ShopLink; stall?: number }) {
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Swatch stall={stall ?? stallOf(shop.id)} />
      <span className="truncate">
        {shop.province === undefined ? '' : `${shop.province} · `}
        <bdi>{shop.name}</bdi>
      </span>
    </span>
  )
}
