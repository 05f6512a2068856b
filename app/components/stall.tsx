import type { ShopLink } from '../shapes.ts'

const COLOURS = 8
/** Ways to stripe a colour. */
const WEAVES = 3

/** FNV-1a: a number of 32 bits that is the same for a text wherever it is seen. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}

/**
 * A shop's stall: one of eight colours in one of three weaves. It follows from the shop alone, whoever
 * stands beside it, so that a shop is known by it on every page.
 */
export const stallOf = (shopId: string): number => (hashOf(shopId) % (COLOURS * WEAVES)) + 1

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
const WEAVE_CLASSES = ['', ' weave-2', ' weave-3']
/** The classes that give an element `--stall`, and its stripes their weave. */
export function stallClass(stall: number): string {
  const colour = CLASSES[(stall - 1) % COLOURS] ?? 'stall-1'
  return `${colour}${WEAVE_CLASSES[Math.floor((stall - 1) / COLOURS) % WEAVES] ?? ''}`
}

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
