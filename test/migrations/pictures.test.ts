import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { fileUrl } from '#src/compose.ts'
import { PICTURE_WIDTHS, sizedKey } from '#src/services/upload/sizes.ts'
import { FAMILIES } from '../../migrations/market/families/index.ts'
import { OBJECTS } from '../../migrations/pictures/objects/index.ts'
import { LOOKS } from '../../migrations/pictures/objects/looks.ts'
import { PICTURES, picturesOf } from '../../migrations/pictures/plan.ts'
import { TINTS } from '../../migrations/pictures/ramps.ts'
import { renderPictures } from '../../migrations/pictures/render.ts'
import { stillLife } from '../../migrations/pictures/still-life.ts'

describe('the pictures of the market', () => {
  it('are at most six hundred, each under a name of its own', () => {
    expect(PICTURES.length).toBeLessThanOrEqual(600)
    expect(new Set(PICTURES.map(({ key }) => key)).size).toBe(PICTURES.length)
    for (const { key } of PICTURES) {
      expect(fileUrl(key)).toMatch(/^\/media\/p\/[a-z-]+-[a-z]+-[a-z]+\.webp$/)
    }
  })

  it('show an object for every kind of goods, in every look its values name', () => {
    for (const { key, axes } of FAMILIES) {
      expect(OBJECTS).toHaveProperty([key])
      const looks = Object.values(axes).flatMap((values) =>
        values.flatMap(({ look }) => look ?? []),
      )
      for (const look of looks)
        expect(picturesOf(key, look).length, `${key} ${look}`).toBeGreaterThan(1)
    }
    expect(Object.keys(LOOKS).toSorted()).toEqual(FAMILIES.map(({ key }) => key).toSorted())
  })

  it('draw no look that no value names', () => {
    for (const { key, axes } of FAMILIES) {
      const named = new Set(Object.values(axes).flatMap((values) => values.map(({ look }) => look)))
      const looks = Object.keys(LOOKS[key] ?? {})
      expect(
        looks.filter((look) => looks.length > 1 && !named.has(look)),
        key,
      ).toEqual([])
    }
  })

  it('give the covers of one look walls that differ', () => {
    for (const [family, looks] of Object.entries(LOOKS)) {
      for (const look of Object.keys(looks)) {
        const walls = picturesOf(family, look).flatMap((p) => (p.view === 'close' ? [] : p.tint))
        expect(new Set(walls).size, `${family} ${look}`).toBe(walls.length)
        expect(Object.keys(TINTS)).toEqual(expect.arrayContaining(walls))
      }
    }
  })

  it('paint every material: no slot of a drawing is left open', () => {
    for (const picture of PICTURES) {
      expect(stillLife(picture), picture.key).not.toMatch(/\$[abc]|NaN|undefined/)
    }
  })

  it('are WebP of 800 pixels, put where the products look for them, with smaller sizes', async () => {
    await inFolder(async (cache) => {
      const put = new Map<string, Uint8Array>()
      const drawn = await renderPictures({
        cache,
        put: async (key, bytes) => void put.set(key, bytes),
        progress: () => {},
        pictures: PICTURES.slice(0, 2),
      })
      expect(drawn).toBe(2)
      const expected = PICTURES.slice(0, 2).flatMap(({ key }) => [
        [key, 800],
        ...PICTURE_WIDTHS.map((width) => [sizedKey(key, width), width]),
      ])
      expect([...put.keys()]).toHaveLength(expected.length)
      for (const [key, side] of expected) {
        const bytes = put.get(String(key)) ?? new Uint8Array()
        const { width, height, format } = await sharp(bytes).metadata()
        expect({ width, height, format }).toEqual({ width: side, height: side, format: 'webp' })
        expect(bytes.length).toBeLessThan(60_000)
      }
    })
  })

  it('are drawn once: a second seed takes them from the cache, byte for byte', async () => {
    await inFolder(async (cache) => {
      const render = async () => {
        const put = new Map<string, Uint8Array>()
        const drawn = await renderPictures({
          cache,
          put: async (key, bytes) => void put.set(key, bytes),
          progress: () => {},
          pictures: PICTURES.slice(40, 41),
        })
        return { drawn, put }
      }
      const [first, second] = [await render(), await render()]
      expect([first.drawn, second.drawn]).toEqual([1, 0])
      expect([...second.put.keys()]).toEqual([...first.put.keys()])
      for (const [key, bytes] of first.put) {
        expect(Buffer.from(bytes).equals(Buffer.from(second.put.get(key) ?? [])), key).toBe(true)
      }
    })
  })
})

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pictures-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
