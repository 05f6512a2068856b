/** 1,234 → "1.2 พัน" by the word of the language; small numbers as they are. */
export function shortCount(count: number, thousand: (n: string) => string): string {
  return count < 1000 ? String(count) : thousand((Math.floor(count / 100) / 10).toString())
}
