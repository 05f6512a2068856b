import type { IdPrefix } from '../../src/common/id.ts'
import { randomOf } from './random.ts'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const BORN = Date.UTC(2024, 5, 1)
const HALF_YEAR_MS = 182 * 86_400_000

/**
 * An id in the form of `newId`, drawn from `key` alone: a seed that was cut off yesterday is finished
 * with the same ids today. The time in front is made up too, so that seeded rows sort before others.
 */
export function seededId(prefix: IdPrefix, key: string): string {
  const random = randomOf(`${prefix}/${key}`)
  const at = BORN + random.between(0, HALF_YEAR_MS)
  let bits = (BigInt(at) << 16n) | 0x7000n | BigInt(random.between(0, 0xfff))
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
