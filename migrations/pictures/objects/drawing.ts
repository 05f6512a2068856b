/**
 * An object on a square of 200: where it touches the counter (x, y, half width of its shadow), how
 * wide and tall it is, and its shapes. Fills such as `$a2` are tones of the look's materials.
 */
export type Drawing = {
  foot: readonly [number, number, number]
  span: readonly [number, number]
  art: string
}
