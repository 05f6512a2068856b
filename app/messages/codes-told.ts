import { inBoth } from '../../src/common/messages/in-both.ts'

/** What a voucher does for a basket: said by the server, so that no page carries what it does not say. */
export const codesTold = inBoth(
  {
    off: (amount: string) => `ลด ${amount}`,
    suggestion: (amount: string) => `มีคูปองที่ลดได้รวม ${amount}`,
    offShipping: (amount: string) => `ลดค่าส่ง ${amount} ในหน้าถัดไป`,
    missing: (amount: string) => `ซื้ออีก ${amount} ก็ใช้ได้`,
    why: {
      unknown: 'ไม่มีโค้ดนี้ ลองดูตัวสะกดอีกที',
      one_of_a_kind: 'ใช้คูปองแบบนี้ได้ใบเดียวต่อการสั่ง',
      unclaimed: 'หมดเวลาเก็บแล้ว',
      used_up: 'สิทธิ์ถูกใช้หมดแล้ว',
      used_before: 'คุณใช้ครบสิทธิ์แล้ว',
      not_yet: 'ยังไม่ถึงเวลาใช้',
      ended: 'หมดเวลาใช้แล้ว',
      first_order_only: 'ใช้ได้กับคำสั่งซื้อแรกเท่านั้น',
      returning_only: 'ใช้ได้เมื่อเคยซื้อที่ตลาดนี้แล้ว',
      no_goods: 'ไม่มีของที่ใช้คูปองนี้ได้ในตะกร้า',
      nothing_left: 'ไม่มียอดให้ลดแล้ว',
      minimum: 'ยังไม่ถึงขั้นต่ำ',
    },
  },
  {
    off: (amount: string) => `${amount} off`,
    suggestion: (amount: string) => `Your vouchers could take ${amount} off`,
    offShipping: (amount: string) => `Takes ${amount} off delivery on the next page`,
    missing: (amount: string) => `Add ${amount} more to use it`,
    why: {
      unknown: 'No such code. Check the spelling.',
      one_of_a_kind: 'Only one voucher of this kind per order',
      unclaimed: 'Too late to claim it',
      used_up: 'All of them are used',
      used_before: 'You have used it already',
      not_yet: "It can't be used yet",
      ended: 'It has ended',
      first_order_only: 'Only for a first order',
      returning_only: 'Only for those who have bought here before',
      no_goods: 'Nothing in your basket takes it',
      nothing_left: 'Nothing left to take off',
      minimum: 'Below its minimum',
    },
  },
)
