import { hashOf } from '../market/random.ts'
import type { Drawing } from './objects/drawing.ts'
import { OBJECTS } from './objects/index.ts'
import type { Picture } from './plan.ts'
import { RAMPS, type Ramp, type RampName, TINTS } from './ramps.ts'

const SIZE = 800
/** Where the wall meets the counter. */
const COUNTER = 0.72 * SIZE
/** The wall under 7 % ink. */
const INK = '#13231a'
const PLAIN: Ramp = RAMPS.cream

type Place = { x: number; y: number; scale: number; flip?: boolean }

/** One still life as SVG: wall, counter, light from the upper left, the object on its foot. */
export function stillLife(picture: Picture): string {
  const drawing = OBJECTS[`${picture.family}/${picture.lookName}`] ?? OBJECTS[picture.family]
  if (drawing === undefined) throw new RangeError(`nobody has drawn ${picture.family}`)
  const art = coloured(drawing, picture)
  const tint = TINTS[picture.tint]
  const scene = { front, pair, cloth, close }[picture.view](drawing, art, picture)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}"><defs>
<radialGradient id="s"><stop offset="0" stop-color="#1b2a20" stop-opacity=".34"/><stop offset=".62" stop-color="#1b2a20" stop-opacity=".2"/><stop offset="1" stop-color="#1b2a20" stop-opacity="0"/></radialGradient></defs>
<path fill="${tint}" d="M0 0h800v800H0z"/><path fill="${INK}" opacity=".07" d="M0 ${COUNTER}h800V800H0z"/>
${scene}</svg>`
}

type Scene = (drawing: Drawing, art: string, picture: Picture) => string
type Framed = (drawing: Drawing, art: string) => string

/** The scale at which an object fills `share` of the frame, its top still under the upper edge. */
function scaleFor({ span: [wide, tall] }: Drawing, share: number, foot: number): number {
  return Math.min((share * SIZE) / Math.max(wide, tall), (foot - 50) / tall)
}

const front: Framed = (drawing, art) =>
  stood(drawing, art, { x: 400, y: 700, scale: scaleFor(drawing, 0.74, 700) })

/** Nearer by two fifths. */
const close: Framed = (drawing, art) =>
  `<g transform="translate(-170 -190) scale(1.4)">${front(drawing, art)}</g>`

const pair: Framed = (drawing, art) => {
  const scale = scaleFor(drawing, 0.56, 700)
  return (
    stood(drawing, art, { x: 556, y: 640, scale: scale * 0.8, flip: true }) +
    stood(drawing, art, { x: 308, y: 716, scale })
  )
}

const cloth: Scene = (drawing, art, picture) =>
  folded(clothFor(picture)) +
  stood(drawing, art, { x: 396, y: 690, scale: scaleFor(drawing, 0.68, 690) }) +
  sprig

function stood(drawing: Drawing, art: string, { x, y, scale, flip = false }: Place): string {
  const [footX, footY, half] = drawing.foot
  const shadow = `<ellipse cx="${x + half * scale * 0.12}" cy="${y - 2}" rx="${half * scale * 1.22}" ry="${Math.max(30, half * scale * 0.2)}" fill="url(#s)"/>`
  const across = flip ? -scale : scale
  const left = x - footX * across
  const top = y - footY * scale
  return `${shadow}<g transform="translate(${left} ${top}) scale(${across} ${scale})">${art}</g>`
}

/** A cloth laid on the counter under the object, in a colour that leaves the object alone. */
function folded([light, body, shade]: Ramp): string {
  const fringe = Array.from({ length: 24 }, (_, at) => `M${74 + at * 29.4} 764l-3 18`).join('')
  return `<path d="M148 606h516l90 152H62z" fill="${body}"/><path d="M62 758h692l5 9H57z" fill="${shade}"/><path d="${fringe}" stroke="${shade}" stroke-width="4" stroke-linecap="round"/><path d="M112 668h588M78 728h658" stroke="${light}" stroke-width="9" opacity=".85"/><path d="M104 682h604M86 714h642" stroke="${shade}" stroke-width="4" opacity=".7"/>`
}

const sprig =
  '<g transform="translate(650 650)"><path d="M0 60c20-30 50-50 90-56" stroke="#2f6b3c" stroke-width="6" fill="none" stroke-linecap="round"/><path d="M30 30c-4-28 10-46 30-54 8 24-4 46-30 54z" fill="#3b9255"/><path d="M50 20c28 4 46-6 58-24-22-12-46-2-58 24z" fill="#2f7d45"/><path d="M14 44c-26 2-40-10-46-28 22-6 42 4 46 28z" fill="#4aa863"/></g>'

const CLOTHS: Readonly<Record<'cool' | 'warm', readonly RampName[]>> = {
  cool: ['sky', 'celadon', 'cream'],
  warm: ['straw', 'cream', 'shrimp'],
}
const COOL: readonly RampName[] = [
  'indigo',
  'navy',
  'sky',
  'teal',
  'leaf',
  'celadon',
  'plum',
  'black',
  'grey',
]

/** A cool cloth under warm things and the other way round. */
function clothFor({ family, look }: Picture): Ramp {
  const cloths = CLOTHS[COOL.includes(look.a) ? 'warm' : 'cool'].filter(
    (name) => name !== look.a && name !== look.b,
  )
  return RAMPS[cloths[hashOf(family) % cloths.length] ?? 'cream']
}

function coloured({ art }: Drawing, { look }: Picture): string {
  const ramps = {
    a: RAMPS[look.a],
    b: RAMPS[look.b ?? look.a],
    c: RAMPS[look.c ?? look.b ?? look.a],
  }
  return art.replaceAll(/\$([abc])([1-4])/g, (_, slot: 'a' | 'b' | 'c', tone: string) => {
    return ramps[slot][Number(tone) - 1] ?? PLAIN[1]
  })
}
