import { generate } from 'promptparse'
import { encode, renderSVG } from 'uqr'

/** Not a biller: fifteen digits that no bank has given out. */
const BILLER_ID = '000000000000000'
const SATANG_PER_BAHT = 100

/**
 * The text of a dynamic Thai QR (EMVCo, bill payment) for an amount in satang. The reference is the
 * tail of the intent's id, in the letters that the standard allows.
 */
export function promptPayPayload(intentId: string, amountSatang: number): string {
  return generate.billPayment({
    billerId: BILLER_ID,
    ref1: intentId
      .replaceAll(/[^A-Za-z0-9]/g, '')
      .slice(-20)
      .toUpperCase(),
    amount: amountSatang / SATANG_PER_BAHT,
  })
}

export function qrSvg(payload: string): string {
  return renderSVG(payload, { ecc: 'M', border: 2, pixelSize: 8 })
}

/** The dark modules, row by row, with a quiet zone around. */
export function qrModules(payload: string): boolean[][] {
  return encode(payload, { ecc: 'M', border: 4 }).data
}
