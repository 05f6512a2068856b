import type { IdPrefix } from '../../src/common/id.ts'
import { randomOf } from './random.ts'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * An id in the form of `newId`, but the same on every run: the time of `at` in front, so that seeded
 * rows sort among later ones, and bits drawn from `key` behind it.
 */
export function seededId(prefix: IdPrefix, at: Date, key: string): string {
  const random = randomOf(`${prefix}/${key}`)
  let bits = (BigInt(at.getTime()) << 16n) | 0x7000n | BigInt(random.between(0, 0xfff))
  for (let word = 0; word < 4; word += 1) {
    const sixteen = BigInt(random.between(0, 0xffff))
    bits = (bits << 16n) | (word === 0 ? (sixteen & 0x3fffn) | 0x8000n : sixteen)
  }
  let text = ''
  for (let index = 0; index < 26; index += 1) {
    text = ALPHABET[Number(bits & 31n)] + text
    bits >>= 5n
  }
  return `${prefix}_${text}`
}
