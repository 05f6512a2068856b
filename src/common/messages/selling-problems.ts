import { inBoth } from './in-both.ts'

/** What only whoever sells, or runs the market, can be told. */
export const sellingProblems = inBoth(
  {
    more_than_ordered: 'ในพัสดุมีของมากกว่าที่เหลือต้องส่ง',
    stock_counted_late: 'สต็อกเปลี่ยนไประหว่างที่นับ ดูตัวเลขล่าสุดแล้วนับอีกครั้ง',
    stock_promised: 'มีคำสั่งซื้อจองของไว้มากกว่านี้ ลดต่ำกว่านั้นไม่ได้',
    voucher_code_taken: 'โค้ดนี้มีคนใช้แล้ว ตั้งโค้ดอื่น',
    voucher_promised: 'คูปองที่ออกแล้ว เพิ่มสิทธิ์หรือจบเร็วขึ้นได้เท่านั้น',
    already_member: 'คนนี้อยู่ในทีมของร้านแล้ว',
    last_owner: 'ร้านต้องมีเจ้าของอย่างน้อยหนึ่งคน ตั้งคนอื่นเป็นเจ้าของก่อน',
    flash_sale_invalid: 'ตั้งรอบลดด่วนแบบนี้ไม่ได้',
  },
  {
    more_than_ordered: 'The parcel holds more than is left to send',
    stock_counted_late: 'The stock moved while you counted. See what it is now, and count again.',
    stock_promised: "Orders hold more than that. It can't go below what they hold.",
    voucher_code_taken: 'This code is taken. Choose another.',
    voucher_promised: 'A voucher that was given can get more uses or end earlier, nothing else',
    already_member: 'This person works for the shop already',
    last_owner: 'A shop needs one owner at least. Make somebody else an owner first.',
    flash_sale_invalid: "That isn't possible in a flash sale",
  },
)

export type SellingCode = keyof (typeof sellingProblems)['th']
