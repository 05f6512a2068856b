import { inBoth } from '../../src/common/messages/in-both.ts'
import { shoppingProblems } from '../../src/common/messages/shopping-problems.ts'

export const errors = inBoth(
  {
    notFoundTitle: 'ไม่มีหน้านี้ในตลาด',
    notFoundText: 'ลิงก์อาจเก่า หรือร้านเก็บของชิ้นนี้ไปแล้ว ลองเริ่มจากหน้าแรก',
    signInTitle: 'เข้าสู่ระบบก่อน',
    signInText: 'หน้านี้เป็นของเจ้าของบัญชีเท่านั้น',
    busyTitle: 'ตอนนี้คนแน่นตลาด',
    busyText: 'รอสักครู่แล้วลองอีกครั้ง ยังไม่มีการตัดเงิน',
    failedTitle: 'ฝั่งเราขัดข้อง',
    failedText: 'ยังไม่มีการตัดเงิน ลองอีกครั้งได้เลย',
    payingText: 'ถ้าจ่ายไปแล้วไม่ต้องจ่ายซ้ำ เงินไม่หาย ลองเปิดหน้านี้อีกครั้ง',
    forbiddenTitle: 'หน้านี้ไม่ใช่ของบัญชีนี้',
    forbiddenText: 'ถ้าเป็นของคุณ ลองเข้าสู่ระบบด้วยบัญชีที่ใช้สั่ง',
    home: 'ไปหน้าแรก',
    again: 'ลองอีกครั้ง',
    quantity: 'ใส่จำนวนเป็นตัวเลข 1–99',
    reference: (id: string) => `รหัส ${id}`,
    codes: shoppingProblems.th,
  },
  {
    notFoundTitle: 'No such page at the market',
    notFoundText: 'The link may be old, or the shop has packed this away. Start from home.',
    signInTitle: 'Sign in first',
    signInText: 'This page belongs to one account.',
    busyTitle: 'The market is crowded',
    busyText: 'Wait a moment and try again. Nothing was charged.',
    failedTitle: 'Our side failed',
    failedText: 'Nothing was charged. Try again.',
    payingText: "If you've paid, don't pay again: your money isn't lost. Open this page again.",
    forbiddenTitle: "This page isn't this account's",
    forbiddenText: 'If it is yours, sign in with the account you ordered with.',
    home: 'Go home',
    again: 'Try again',
    quantity: 'Write the quantity in digits, 1 to 99',
    reference: (id: string) => `ref ${id}`,
    codes: shoppingProblems.en,
  },
)

/** A sentence for a problem's code; what comes from elsewhere gets the calm general one. */
export function sentence(texts: (typeof errors)['th'], code: string): string {
  const { codes } = texts
  return Object.hasOwn(codes, code) ? codes[code as keyof typeof codes] : codes.unknown
}
