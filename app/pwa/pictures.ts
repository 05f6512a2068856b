import { readFileSync } from 'node:fs'
import sharp from 'sharp'

const LEAF = '#0b4a30'

/** Drawn pictures by their path on the site: icons, and what is shown where a shared page has no picture. */
export async function drawPictures(mark: string): Promise<Map<string, Uint8Array>> {
  const whole = readFileSync(mark, 'utf8')
  const inner = whole.slice(whole.indexOf('<g clip-path'), whole.lastIndexOf('</svg>'))
  const plain = inner.replace('<g clip-path="url(#r)">', '<g>')
  return new Map([
    ['icons/192.png', await png(whole, 192, 192)],
    ['icons/512.png', await png(whole, 512, 512)],
    ['icons/180.png', await png(square(plain), 180, 180)],
    // A launcher may cut a circle out of it: the mark keeps to the middle four fifths.
    ['icons/maskable.png', await png(square(centred(plain, 0.74)), 512, 512)],
    ['pictures/talat.png', await png(card(plain), 1200, 630)],
  ])
}

const square = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100" fill="${LEAF}"/>${content}</svg>`

const centred = (content: string, scale: number): string =>
  `<g transform="translate(${(100 - 100 * scale) / 2} ${(100 - 100 * scale) / 2}) scale(${scale})">${content}</g>`

/** The mark under an awning as wide as the picture. */
function card(mark: string): string {
  const scallops = Array.from({ length: 12 }, (_, n) => {
    const fill = n % 2 === 0 ? '#ffb81f' : '#f2f8f0'
    return `<path transform="translate(${n * 100})" fill="${fill}" d="M0 0h100v80a50 50 0 0 1-100 0z"/>`
  })
  // The mark without its own little awning.
  const letter = mark.slice(mark.lastIndexOf('<path'), mark.lastIndexOf('</g>'))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630"><rect width="1200" height="630" fill="${LEAF}"/>${scallops.join('')}<g transform="translate(350 55) scale(5)">${letter}</g></svg>`
}

const png = async (svg: string, width: number, height: number): Promise<Uint8Array> =>
  await sharp(Buffer.from(svg), { density: 300 })
    .resize(width, height)
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer()
