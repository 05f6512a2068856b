/** Thrown while a file is read, for one that is not what it begins as. */
export class Damaged extends Error {}

/** Bytes `at` to `at + size`. @throws Damaged where the file ends before */
export function cut(bytes: Uint8Array, at: number, size: number): Uint8Array {
  if (at < 0 || size < 0 || at + size > bytes.length) throw new Damaged('it ends too early')
  return bytes.subarray(at, at + size)
}

export const view = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

export const uint16 = (bytes: Uint8Array, at: number): number =>
  view(cut(bytes, at, 2)).getUint16(0)
export const uint32 = (bytes: Uint8Array, at: number, little = false): number =>
  view(cut(bytes, at, 4)).getUint32(0, little)

/** Letters of a tag, a byte each. */
export const letters = (bytes: Uint8Array, at: number, size: number): string =>
  String.fromCharCode(...cut(bytes, at, size))

export const ofLetters = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0))

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export function ofUint32(value: number, little = false): Uint8Array {
  const bytes = new Uint8Array(4)
  view(bytes).setUint32(0, value, little)
  return bytes
}
