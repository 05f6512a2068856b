import { expect, it } from 'vitest'
import { publicName } from '#src/product/review/rules.ts'

it.each([
  ['มะลิ ใจดี', 'มะลิ จ.'],
  ['สมชาย แซ่ตั้ง', 'สมชาย ซ.'],
  ['Somchai  Van der Berg', 'Somchai B.'],
  ['ก้อย', 'ก้อย'],
  ['มะลิ 555', 'มะลิ'],
  [' Ann ', 'Ann'],
])('a review of %s is signed %s', (name, shown) => {
  expect(publicName(name)).toBe(shown)
})
