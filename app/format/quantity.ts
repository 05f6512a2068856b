/** The most pieces that a line of the basket holds. */
export const MOST_A_LINE = 99

/** The number of pieces that was typed: 0 to 99 in plain decimal digits, Thai ones too; else null. */
export function readQuantity(text: unknown): number | null {
  if (typeof text !== 'string') return null
  const digits = text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
  return /^[0-9]{1,2}$/.test(digits) ? Number(digits) : null
}

/** The problem of a form whose number of pieces is none. */
export const WRONG_QUANTITY = 'wrong_quantity'
