import fc from 'fast-check'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { cleanPicture } from '#src/services/upload/pictures/index.ts'

const CANARY = 'canary-13.7563N-100.5018E'
const SIDES = { width: 40, height: 24 }

/** Red on the left, blue on the right, with words wherever a file of its kind has room for them. */
async function drawn(type: 'jpeg' | 'png' | 'webp', orientation?: number): Promise<Uint8Array> {
  const half = { ...SIDES, width: 20, channels: 3 as const }
  const red = await sharp({ create: { ...half, background: '#f00' } })
    .png()
    .toBuffer()
  const picture = sharp({ create: { ...SIDES, channels: 3, background: '#00f' } })
    .composite([{ input: red, left: 0, top: 0 }])
    .withIccProfile('srgb')
    .withExif({ IFD0: { Copyright: CANARY }, IFD3: { GPSLatitudeRef: 'N' } })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${CANARY}</x:xmpmeta>`)
  const held = orientation === undefined ? picture : picture.withMetadata({ orientation })
  return new Uint8Array(await held[type]().toBuffer())
}

function clean(bytes: Uint8Array) {
  const cleaned = cleanPicture(bytes)
  if ('refused' in cleaned) throw new RangeError(`refused: ${cleaned.refused}`)
  return cleaned
}

const holds = (bytes: Uint8Array, words: string) => Buffer.from(bytes).includes(words)
const joined = (...parts: (Uint8Array | string)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as Uint8Array))))

/** The colours of a picture's two upper corners, as it is shown. */
async function corners(bytes: Uint8Array) {
  const { data, info } = await sharp(bytes).rotate().raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => {
    const from = (y * info.width + x) * info.channels
    return (data[from] ?? 0) > (data[from + 2] ?? 0) ? 'red' : 'blue'
  }
  return [info.width, info.height, at(2, 2), at(info.width - 3, 2), at(2, info.height - 3)]
}

describe.each(['jpeg', 'png', 'webp'] as const)('A picture of kind %s', (type) => {
  let upright: Uint8Array
  beforeAll(async () => {
    upright = await drawn(type)
  })

  it('keeps what draws it and its colours, and no word about whoever took it', async () => {
    expect(holds(upright, CANARY)).toBe(true)
    const cleaned = clean(upright)
    expect(cleaned).toMatchObject({ type: `image/${type}`, ...SIDES })
    expect(holds(cleaned.bytes, CANARY)).toBe(false)
    const read = await sharp(cleaned.bytes).metadata()
    expect([read.format, read.exif, read.xmp]).toEqual([type, undefined, undefined])
    expect(read.icc?.length).toBeGreaterThan(100)
    expect(await sharp(cleaned.bytes).raw().toBuffer()).toEqual(
      await sharp(upright).raw().toBuffer(),
    )
  })

  it.each([2, 3, 4, 5, 6, 7, 8])('stands as it was taken, held in way %i', async (orientation) => {
    const taken = await drawn(type, orientation)
    const cleaned = clean(taken)
    expect(await corners(cleaned.bytes)).toEqual(await corners(taken))
    const [width, height] = await corners(taken)
    expect([cleaned.width, cleaned.height]).toEqual([width, height])
    expect(holds(cleaned.bytes, CANARY)).toBe(false)
    expect((await sharp(cleaned.bytes).metadata()).orientation).toBe(orientation)
  })

  it('is the same when it is cleaned again', async () => {
    const once = clean(await drawn(type, 6)).bytes
    expect(clean(once).bytes).toEqual(once)
  })

  it('carries nothing behind its end', () => {
    const script = `<script>alert('${CANARY}')</script>`
    expect(clean(joined(upright, script)).bytes).toEqual(clean(upright).bytes)
  })

  it('is refused when it ends too early, wherever that is (U2)', () => {
    const { bytes } = clean(upright)
    for (let size = 3; size < bytes.length; size += 1) {
      expect(cleanPicture(bytes.subarray(0, size)), String(size)).toHaveProperty('refused')
    }
  })

  it('ends, whatever its bytes are, with a picture or a refusal (U2)', () => {
    const changes = fc.array(fc.tuple(fc.nat(upright.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(changes, (list) => {
        const mutant = upright.slice()
        for (const [at, byte] of list) mutant[at] = byte
        const cleaned = cleanPicture(mutant)
        if ('refused' in cleaned) return
        expect(cleaned.bytes.length).toBeLessThanOrEqual(mutant.length + 64)
        expect(cleanPicture(cleaned.bytes)).toEqual(cleaned)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('A file that is to be shown as a picture', () => {
  it.each([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a drawing with scripts', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a page that begins as a GIF', 'GIF89a/*<script>alert(1)</script>*/=1;'],
    ['a bitmap', 'BM\0\0\0\0'],
    ['nothing', ''],
  ])('is refused for %s (U1)', (_, text) => {
    expect(cleanPicture(joined(text))).toEqual({ refused: 'type' })
  })

  it.each([
    ['a JPEG', joined(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0), '<script>')],
    ['a PNG', joined(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), '<svg onload=x>')],
    ['a WebP', joined('RIFF', Uint8Array.of(24, 0, 0, 0), 'WEBP<script>alert(1)</script>')],
  ])('is refused when only its beginning is that of %s (U1)', (_, bytes) => {
    expect(cleanPicture(bytes)).toEqual({ refused: 'damaged' })
  })

  it('is refused when it would fill a memory on being shown', async () => {
    const wide = await sharp({
      create: { width: 12_001, height: 1, channels: 3, background: '#fff' },
    })
      .png()
      .toBuffer()
    expect(cleanPicture(new Uint8Array(wide))).toEqual({ refused: 'too_large' })
  })

  it('is refused when it moves', async () => {
    const create = { width: 4, height: 8, channels: 3 as const, background: '#123456' }
    const still = await sharp({ create }).png().toBuffer()
    const moving = await sharp([still, await sharp(still).negate().png().toBuffer()], {
      join: { animated: true },
    })
      .webp({ loop: 0 })
      .toBuffer()
    expect(cleanPicture(new Uint8Array(moving))).toEqual({ refused: 'damaged' })
  })

  it('of a progressive JPEG is the same picture', async () => {
    const create = { width: 64, height: 64, channels: 3 as const, background: '#0a7' }
    const taken = await sharp({ create }).jpeg({ progressive: true }).toBuffer()
    const cleaned = clean(new Uint8Array(taken))
    expect(await sharp(cleaned.bytes).raw().toBuffer()).toEqual(await sharp(taken).raw().toBuffer())
  })
})
