import { cut, Damaged, joined, letters, ofLetters, ofUint32, uint32 } from './bytes.ts'
import { exifOf, orientationOf, shownAs } from './orientation.ts'

export const PNG_BEGINS = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
/** What draws it: data, palette, transparency, and how its numbers are colours. */
const BEFORE = ['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'cICP']
const KEPT = new Set([...BEFORE, 'IDAT', 'IEND'])

/**
 * A PNG with what draws it and nothing else; words, times, EXIF but for how it was held, further
 * frames and whatever follows its end are left out (PNG 3rd edition §5, §11). @throws Damaged
 */
export function cleanPng(bytes: Uint8Array) {
  const kept: Uint8Array[] = []
  let orientation = 1
  let sides: { width: number; height: number } | null = null
  let hasData = false
  let at = PNG_BEGINS.length
  for (let name = ''; name !== 'IEND'; ) {
    const size = uint32(bytes, at)
    name = letters(bytes, at + 4, 4)
    const content = cut(bytes, at + 8, size)
    if (uint32(bytes, at + 8 + size) !== crc32(cut(bytes, at + 4, size + 4))) {
      throw new Damaged('a chunk that was changed')
    }
    if ((name === 'IHDR') !== (sides === null)) throw new Damaged('no head, or two')
    if (name === 'IHDR') sides = { width: uint32(content, 0), height: uint32(content, 4) }
    if (name === 'IDAT') hasData = true
    if (name === 'eXIf') orientation = orientationOf(content)
    if (KEPT.has(name)) kept.push(bytes.subarray(at, at + 12 + size))
    // A capital says that nobody can draw it without understanding this.
    else if (/^[A-Z]/.test(name)) throw new Damaged('not shown')
    at += 12 + size
  }
  const [head, ...rest] = kept
  if (sides === null || head === undefined || !hasData) throw new Damaged('nothing to show')
  const exif = exifOf(orientation)
  const held = exif === null ? [] : [chunkOf('eXIf', exif)]
  const whole = joined([PNG_BEGINS, head, ...held, ...rest])
  return { bytes: whole, ...shownAs(orientation, sides.width, sides.height) }
}

function chunkOf(name: string, content: Uint8Array): Uint8Array {
  const named = joined([ofLetters(name), content])
  return joined([ofUint32(content.length), named, ofUint32(crc32(named))])
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

/** The check sum of a chunk's name and content (PNG 3rd edition, annex D). */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) sum = (TABLE[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8)
  return (sum ^ 0xffffffff) >>> 0
}
