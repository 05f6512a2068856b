import { cut, Damaged, joined, letters, ofLetters, uint16 } from './bytes.ts'
import { exifOf, orientationOf, shownAs } from './orientation.ts'

const EXIF = 'Exif\0\0'
const ICC = 'ICC_PROFILE\0'
/** A progressive picture has some ten scans; thousands of them are made to keep a decoder busy. */
const MOST_SCANS = 100
/** Baseline, extended and progressive: what browsers show. */
const FRAMES = [0xc0, 0xc1, 0xc2]
/** Quantisation and Huffman tables, restart interval. */
const TABLES = [0xdb, 0xc4, 0xdd]

/**
 * A JPEG with what draws it and nothing else: tables, frame, scans, colour profile, and how it was
 * held. Comments, EXIF, IPTC, thumbnails and whatever follows its end are left out (ITU T.81 §B).
 * @throws Damaged
 */
export function cleanJpeg(bytes: Uint8Array) {
  const kept: Uint8Array[] = []
  const profile: Uint8Array[] = []
  let adobe: Uint8Array | null = null
  let orientation = 1
  let frame: { width: number; height: number } | null = null
  let scans = 0
  let at = 2
  for (;;) {
    const { marker, next } = markerAt(bytes, at)
    if (marker === 0xd9) break
    const size = uint16(bytes, next)
    if (size < 2) throw new Damaged('a segment without a length')
    const segment = cut(bytes, next, size)
    const says = (name: string) => segment.length >= 2 + name.length && begins(segment, name)
    at = next + size
    if (TABLES.includes(marker)) kept.push(written(marker, segment))
    else if (FRAMES.includes(marker)) {
      if (frame !== null) throw new Damaged('two frames')
      frame = { height: uint16(segment, 3), width: uint16(segment, 5) }
      kept.push(written(marker, segment))
    } else if (marker === 0xda) {
      scans += 1
      if (frame === null || scans > MOST_SCANS) throw new Damaged('scans without a frame')
      const end = endOfScan(bytes, at)
      kept.push(written(marker, segment), bytes.subarray(at, end))
      at = end
    } else if (marker === 0xe1 && says(EXIF)) orientation = orientationOf(segment.subarray(8))
    else if (marker === 0xe2 && says(ICC)) profile.push(written(marker, segment))
    else if (marker === 0xee && says('Adobe')) adobe = written(marker, segment.subarray(0, 14))
    else if (marker < 0xe0 || (marker > 0xef && marker !== 0xfe)) throw new Damaged('not shown')
  }
  if (frame === null || scans === 0) throw new Damaged('nothing to show')
  const exif = exifOf(orientation)
  const held = exif === null ? [] : [segmentOf(0xe1, joined([ofLetters(EXIF), exif]))]
  const colours = adobe === null ? [] : [resized(adobe)]
  const parts = [START, ...held, ...profile, ...colours, ...kept, END]
  return { bytes: joined(parts), ...shownAs(orientation, frame.width, frame.height) }
}

const START = Uint8Array.of(0xff, 0xd8)
const END = Uint8Array.of(0xff, 0xd9)

const begins = (segment: Uint8Array, name: string): boolean =>
  letters(segment, 2, name.length) === name

/** A segment with its own length in front. */
const written = (marker: number, segment: Uint8Array): Uint8Array =>
  joined([Uint8Array.of(0xff, marker), segment])

const segmentOf = (marker: number, content: Uint8Array): Uint8Array => {
  const size = content.length + 2
  return joined([Uint8Array.of(0xff, marker, size >> 8, size & 0xff), content])
}

/** How colours are coded takes twelve bytes; whatever was longer is cut. */
const resized = (adobe: Uint8Array): Uint8Array => {
  if (adobe.length < 16) throw new Damaged('colours that are not said')
  return segmentOf(0xee, adobe.subarray(4, 16))
}

function markerAt(bytes: Uint8Array, from: number): { marker: number; next: number } {
  let at = from
  if (cut(bytes, at, 1)[0] !== 0xff) throw new Damaged('no marker')
  // Any number of 0xff may stand before one.
  while (cut(bytes, at, 1)[0] === 0xff) at += 1
  const marker = bytes[at] ?? 0
  if (marker === 0 || marker === 0xd8) throw new Damaged('no marker')
  return { marker, next: at + 1 }
}

// In a scan 0xff is followed by 0, or by a restart; anything else is the next segment.
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const after = bytes[at + 1]
    if (after === undefined) break
    const inside = after === 0 || after === 0xff || (after >= 0xd0 && after <= 0xd7)
    if (!inside) return at
  }
  throw new Damaged('a scan without an end')
}
