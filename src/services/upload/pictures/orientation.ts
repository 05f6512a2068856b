import { cut, Damaged, letters, view } from './bytes.ts'

const TAG = 0x0112
const MOST_ENTRIES = 200

/** How a camera was held, 1 to 8; 1 where EXIF does not say. Source: TIFF 6.0 §8, tag 274. */
export function orientationOf(tiff: Uint8Array): number {
  try {
    const order = letters(tiff, 0, 2)
    if (order !== 'II' && order !== 'MM') return 1
    const little = order === 'II'
    const at = view(cut(tiff, 4, 4)).getUint32(0, little)
    const entries = Math.min(view(cut(tiff, at, 2)).getUint16(0, little), MOST_ENTRIES)
    for (let n = 0; n < entries; n += 1) {
      const entry = view(cut(tiff, at + 2 + n * 12, 12))
      if (entry.getUint16(0, little) !== TAG) continue
      const value = entry.getUint16(8, little)
      return value >= 1 && value <= 8 ? value : 1
    }
    return 1
  } catch (error) {
    if (error instanceof Damaged) return 1
    throw error
  }
}

/** EXIF that says this one thing, or null where nothing has to be said. */
export function exifOf(orientation: number): Uint8Array | null {
  if (orientation === 1) return null
  // MM, 42, the directory at 8; one entry: tag 274, SHORT, one of it; no further directory.
  const head = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1]
  return Uint8Array.from([...head, 0, orientation, 0, 0, 0, 0, 0, 0])
}

/** Width and height as it is shown: from 5 on it stands on its side. */
export const shownAs = (orientation: number, width: number, height: number) =>
  orientation >= 5 ? { width: height, height: width } : { width, height }
