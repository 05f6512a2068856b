import { hashOf } from '../market/random.ts'
import { LOOKS, type Look } from './objects/looks.ts'
import { RAMPS, TINTS, type TintName } from './ramps.ts'

export const VIEWS = ['front', 'pair', 'cloth', 'close'] as const
export type View = (typeof VIEWS)[number]

/** One picture that the market uses: what, in which colours, how it is set up, on which wall. */
export type Picture = {
  key: string
  family: string
  lookName: string
  look: Look
  view: View
  tint: TintName
}

// White things would drown in the rice-coloured wall.
const PALE_FAMILIES = ['bowl', 'sneakers', 'earbuds', 'fan', 'candle', 'salt', 'oil', 'inhaler']
const PALE_RAMPS = ['white', 'cream', 'steel', 'pale', 'grey']

export const pictureKey = (family: string, look: string, view: View): string =>
  `p/${family}-${look}-${view}.webp`

/**
 * All pictures. The more looks a family has the fewer views each gets, four to two, so that the
 * whole market stays within 600.
 */
export const PICTURES: readonly Picture[] = Object.entries(LOOKS).flatMap(([family, looks]) =>
  Object.entries(looks).flatMap(([lookName, look], position) => {
    const views = viewsOf(Object.keys(looks).length, position)
    const tints = tintsFor(family, look, position)
    return views.map((view, index) => ({
      key: pictureKey(family, lookName, view),
      family,
      lookName,
      look,
      view,
      // The close crop belongs to the front view, and stands on its wall.
      tint: tints[view === 'close' ? 0 : index] ?? 'rice',
    }))
  }),
)

function viewsOf(looks: number, position: number): View[] {
  const third: View = position % 2 === 0 ? 'pair' : 'cloth'
  if (looks <= 2) return ['front', 'pair', 'cloth', 'close']
  if (looks === 3 || position % 2 === 0) return ['front', third, 'close']
  return ['front', third]
}

const BY_LOOK = Map.groupBy(PICTURES, ({ family, lookName }) => `${family}/${lookName}`)

/** The pictures of one look, front first. */
export const picturesOf = (family: string, look: string): readonly Picture[] =>
  BY_LOOK.get(`${family}/${look}`) ?? []

/** Walls that stand off the object, the best in front; siblings start at different ones. */
function tintsFor(family: string, look: Look, position: number): TintName[] {
  const names = Object.keys(TINTS)
    .filter(isTint)
    .filter((tint) => tint !== 'rice' || !isPale(family, look))
  const body = RAMPS[look.a][1]
  const shade = RAMPS[look.b ?? look.a][1]
  const score = (tint: TintName): number =>
    distance(TINTS[tint], body) * 2 + distance(TINTS[tint], shade)
  const clear = names.toSorted((a, b) => score(b) - score(a)).slice(0, 5)
  const start = (hashOf(family) + position) % clear.length
  return [...clear.slice(start), ...clear.slice(0, start)]
}

function isPale(family: string, { a, b }: Look): boolean {
  return PALE_FAMILIES.includes(family) || PALE_RAMPS.includes(a) || PALE_RAMPS.includes(b ?? a)
}

function isTint(name: string): name is TintName {
  return name in TINTS
}

/** How far apart two colours look: lightness counts once, hue twice, since walls are all light. */
function distance(one: string, other: string): number {
  const [red, green, blue] = channels(one)
  const [red2, green2, blue2] = channels(other)
  const light = (red + green + blue - red2 - green2 - blue2) / 3
  const warm = red - blue - (red2 - blue2)
  const fresh = green - (red + blue) / 2 - (green2 - (red2 + blue2) / 2)
  return Math.hypot(light, 2 * warm, 2 * fresh)
}

function channels(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}
