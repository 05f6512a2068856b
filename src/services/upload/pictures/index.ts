import { Damaged } from './bytes.ts'
import { cleanJpeg } from './jpeg.ts'
import { cleanPng, PNG_BEGINS } from './png.ts'
import { cleanWebp } from './webp.ts'

export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PictureType = (typeof PICTURE_TYPES)[number]

export type CleanPicture = {
  type: PictureType
  bytes: Uint8Array
  /** In pixels, as it is shown. */
  width: number
  height: number
}

const LONGEST_SIDE = 12_000
const MOST_PIXELS = 40_000_000

/**
 * A picture without a word about whoever took it, judged by what it is, whatever it is called. No
 * library does this for all three kinds in a Worker: those that draw a picture anew need more memory
 * than there is, and those that do not know one kind each. So the file is taken apart as its
 * standard says, and only the parts that draw it are put together again; nothing is decoded.
 */
export function cleanPicture(
  bytes: Uint8Array,
): CleanPicture | { refused: 'type' | 'damaged' | 'too_large' } {
  const type = typeOf(bytes)
  if (type === null) return { refused: 'type' }
  try {
    const clean = CLEAN[type](bytes)
    const { width, height } = clean
    if (width === 0 || height === 0) return { refused: 'damaged' }
    const fits = Math.max(width, height) <= LONGEST_SIDE && width * height <= MOST_PIXELS
    return fits ? { type, ...clean } : { refused: 'too_large' }
  } catch (error) {
    if (error instanceof Damaged) return { refused: 'damaged' }
    throw error
  }
}

const CLEAN = { 'image/jpeg': cleanJpeg, 'image/png': cleanPng, 'image/webp': cleanWebp }

function typeOf(bytes: Uint8Array): PictureType | null {
  const begins = (known: Uint8Array, at = 0) => known.every((byte, n) => bytes[at + n] === byte)
  const says = (text: string, at: number) =>
    [...text].every((letter, n) => bytes[at + n] === letter.charCodeAt(0))
  if (begins(Uint8Array.of(0xff, 0xd8, 0xff))) return 'image/jpeg'
  if (begins(PNG_BEGINS)) return 'image/png'
  if (says('RIFF', 0) && says('WEBP', 8)) return 'image/webp'
  return null
}
