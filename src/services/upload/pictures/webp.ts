import { cut, Damaged, joined, letters, ofLetters, ofUint32, uint32, view } from './bytes.ts'
import { exifOf, orientationOf, shownAs } from './orientation.ts'

const FLAGS = { profile: 0x20, alpha: 0x10, exif: 0x08 }

type Sides = { width: number; height: number }

/**
 * A WebP with what draws it and nothing else: data, transparency, colour profile, and how it was
 * held. EXIF, XMP, unknown chunks and whatever follows its end are left out; what moves is refused
 * (RFC 9649 §2). @throws Damaged
 */
export function cleanWebp(bytes: Uint8Array) {
  const file = cut(bytes, 0, uint32(bytes, 4, true) + 8)
  let canvas: Sides | null = null
  let drawn: (Sides & { chunk: Uint8Array }) | null = null
  let alpha: Uint8Array | null = null
  let profile: Uint8Array | null = null
  let transparent = false
  let orientation = 1
  for (let at = 12; at < file.length; ) {
    const name = letters(file, at, 4)
    const content = cut(file, at + 8, uint32(file, at + 4, true))
    if (name === 'VP8X') {
      transparent = ((content[0] ?? 0) & FLAGS.alpha) !== 0
      canvas = { width: uint24(content, 4) + 1, height: uint24(content, 7) + 1 }
    } else if (name === 'VP8 ' || name === 'VP8L') {
      if (drawn !== null) throw new Damaged('two pictures')
      const sides = name === 'VP8 ' ? sidesOfLossy(content) : sidesOfLossless(content)
      drawn = { ...sides, chunk: chunkOf(name, content) }
    } else if (name === 'ALPH') alpha = chunkOf(name, content)
    else if (name === 'ICCP') profile = chunkOf(name, content)
    else if (name === 'EXIF') orientation = orientationOf(withoutName(content))
    else if (name === 'ANIM' || name === 'ANMF') throw new Damaged('it moves')
    at += 8 + content.length + (content.length % 2)
  }
  if (drawn === null) throw new Damaged('nothing to show')
  const { width, height, chunk } = drawn
  if (canvas !== null && (canvas.width !== width || canvas.height !== height)) {
    throw new Damaged('two sizes')
  }
  const exif = exifOf(orientation)
  const has = { profile: profile !== null, alpha: transparent, exif: exif !== null }
  const extended = canvas !== null && (has.profile || has.alpha || has.exif)
  const parts =
    extended || exif !== null
      ? [
          headOf({ width, height }, has),
          ...(profile === null ? [] : [profile]),
          ...(alpha === null ? [] : [alpha]),
          chunk,
          ...(exif === null ? [] : [chunkOf('EXIF', exif)]),
        ]
      : [chunk]
  const body = joined([ofLetters('WEBP'), ...parts])
  const whole = joined([ofLetters('RIFF'), ofUint32(body.length, true), body])
  return { bytes: whole, ...shownAs(orientation, width, height) }
}

const uint24 = (bytes: Uint8Array, at: number): number => {
  const [low = 0, middle = 0, high = 0] = cut(bytes, at, 3)
  return low | (middle << 8) | (high << 16)
}

/** RFC 6386 §9.1: a key frame, its start code, and two sides of 14 bits. */
function sidesOfLossy(content: Uint8Array): Sides {
  const isKey = ((cut(content, 0, 1)[0] ?? 1) & 1) === 0
  if (!isKey || uint24(content, 3) !== 0x2a019d) throw new Damaged('no key frame')
  const sides = view(cut(content, 6, 4))
  return { width: sides.getUint16(0, true) & 0x3fff, height: sides.getUint16(2, true) & 0x3fff }
}

/** RFC 9649 §3.4: a signature, and two sides of 14 bits less one. */
function sidesOfLossless(content: Uint8Array): Sides {
  if (cut(content, 0, 1)[0] !== 0x2f) throw new Damaged('no signature')
  const bits = uint32(content, 1, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

// Some programs write the name that JPEG has in front of it.
const withoutName = (exif: Uint8Array): Uint8Array =>
  exif.length > 6 && letters(exif, 0, 4) === 'Exif' ? exif.subarray(6) : exif

function headOf(sides: Sides, has: Record<keyof typeof FLAGS, boolean>): Uint8Array {
  const content = new Uint8Array(10)
  for (const [name, flag] of Object.entries(FLAGS)) {
    if (has[name as keyof typeof FLAGS]) content[0] = (content[0] ?? 0) | flag
  }
  for (const [at, side] of [
    [4, sides.width - 1],
    [7, sides.height - 1],
  ] as const) {
    content.set([side & 0xff, (side >> 8) & 0xff, (side >> 16) & 0xff], at)
  }
  return chunkOf('VP8X', content)
}

function chunkOf(name: string, content: Uint8Array): Uint8Array {
  const filled = content.length % 2 === 0 ? [] : [Uint8Array.of(0)]
  return joined([ofLetters(name), ofUint32(content.length, true), content, ...filled])
}
