const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const GRAYSCALE_HEADER = [1, 0, 0, 0, 0]

/** A black and white PNG: each dark module becomes a square of `scale` pixels. */
export async function renderPng(modules: readonly boolean[][], scale: number): Promise<Uint8Array> {
  const side = modules.length * scale
  const rowBytes = 1 + Math.ceil(side / 8)
  const pixels = new Uint8Array(rowBytes * side)
  for (let y = 0; y < side; y += 1) {
    const row = modules[Math.floor(y / scale)] ?? []
    for (let x = 0; x < side; x += 1) {
      if (row[Math.floor(x / scale)] === true) continue
      const at = y * rowBytes + 1 + (x >> 3)
      pixels[at] = (pixels[at] ?? 0) | (0x80 >> (x & 7))
    }
  }
  return join([
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', Uint8Array.from([...word(side), ...word(side), ...GRAYSCALE_HEADER])),
    chunk('IDAT', await deflate(pixels)),
    chunk('IEND', new Uint8Array()),
  ])
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = join([new TextEncoder().encode(type), data])
  return join([Uint8Array.from(word(data.length)), body, Uint8Array.from(word(crc32(body)))])
}

/** The zlib format, which is what PNG wants. */
async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

function word(value: number): number[] {
  return [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
