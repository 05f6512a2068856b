/** "100 g", "7 นิ้ว": a line never ends between a number and what it counts. */
export const withUnits = (text: string): string =>
  text.replace(/(^|[\s(])(\d[\d.,×]*) (?=\p{L})/gu, '$1$2\u00a0')
