/** What a picture is sent as, and a small one of it to show meanwhile. */
export type Shrunk = { file: Blob; preview: string }

/** Sides in pixels: enough to see a flaw on a whole screen, and a few hundred kilobytes. */
const LONGEST_SIDE = 1600
const PREVIEW_SIDE = 320
const QUALITY = 0.85
/** Small enough as it is, in bytes. */
const LIGHT = 400_000
const TAKEN = ['image/jpeg', 'image/png', 'image/webp']

/**
 * A picture as a phone sends it: drawn anew where it is large, or of a kind that only this device
 * knows. Rejects for what is no picture here.
 */
export async function shrink(file: Blob): Promise<Shrunk> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const preview = drawn(picture, PREVIEW_SIDE).toDataURL('image/jpeg', QUALITY)
    const isLong = Math.max(picture.width, picture.height) > LONGEST_SIDE
    if (!isLong && file.size <= LIGHT && TAKEN.includes(file.type)) return { file, preview }
    return { file: await jpegOf(drawn(picture, LONGEST_SIDE)), preview }
  } finally {
    picture.close()
  }
}

function drawn(picture: ImageBitmap, longest: number): HTMLCanvasElement {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('this browser does not draw')
  // A JPEG knows no transparency: without a ground it would be black.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas
}

const jpegOf = async (canvas: HTMLCanvasElement): Promise<Blob> =>
  await new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('nothing was drawn')) : resolve(blob)),
      'image/jpeg',
      QUALITY,
    )
  })
