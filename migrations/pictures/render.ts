import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { PICTURE_WIDTHS, sizedKey, WHOLE_PICTURE } from '../../src/services/upload/sizes.ts'
import { PICTURES, type Picture } from './plan.ts'
import { stillLife } from './still-life.ts'

// Flat art: effort 2 costs a third of the default and gives away a kilobyte a picture.
const WEBP = { quality: 84, effort: 2 } as const

export type PutObject = (key: string, bytes: Uint8Array, contentType: string) => Promise<void>

export type RenderOptions = {
  /** Where finished pictures are kept by a hash of what they show; a second seed finds them here. */
  cache: string
  put: PutObject
  progress: (done: number, total: number) => void
  pictures?: readonly Picture[]
  /** Pictures in hand at once; sharp takes a core for each. */
  width?: number
}

/** Renders and puts every picture in every size; returns how many had to be drawn anew. */
export async function renderPictures({
  cache,
  put,
  progress,
  pictures = PICTURES,
  width = 4,
}: RenderOptions): Promise<number> {
  await mkdir(cache, { recursive: true })
  const queue = pictures.values()
  let drawn = 0
  let done = 0
  const work = async (): Promise<void> => {
    for (const picture of queue) {
      const { bytes, sizes, fresh } = await pictureBytes(picture, cache)
      if (fresh) drawn += 1
      await put(picture.key, bytes, 'image/webp')
      for (const [key, smaller] of sizes) await put(key, smaller, 'image/webp')
      done += 1
      progress(done, pictures.length)
    }
  }
  await Promise.all(Array.from({ length: width }, work))
  return drawn
}

async function pictureBytes(picture: Picture, cache: string) {
  const svg = stillLife(picture)
  const hash = createHash('sha256')
    .update(JSON.stringify([WHOLE_PICTURE, WEBP, svg]))
    .digest('hex')
  const fileOf = (ending: string) => path.join(cache, `${hash.slice(0, 32)}${ending}.webp`)
  const whole = await kept(fileOf(''), async () => {
    return await sharp(Buffer.from(svg)).resize(WHOLE_PICTURE, WHOLE_PICTURE).webp(WEBP).toBuffer()
  })
  const sizes: [string, Uint8Array][] = []
  for (const width of PICTURE_WIDTHS) {
    const { bytes } = await kept(fileOf(`@${width}`), async () => {
      return await sharp(whole.bytes).resize(width, width).webp(WEBP).toBuffer()
    })
    sizes.push([sizedKey(picture.key, width), bytes])
  }
  return { ...whole, sizes }
}

async function kept(file: string, make: () => Promise<Uint8Array>) {
  const found = await readFile(file).catch(() => undefined)
  if (found !== undefined) return { bytes: found as Uint8Array, fresh: false }
  const bytes = await make()
  // Renamed into place, so that a crash leaves no half picture behind.
  const draft = `${file}.${process.pid}`
  await writeFile(draft, bytes)
  await rename(draft, file)
  return { bytes, fresh: true }
}
