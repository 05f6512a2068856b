import { inBoth } from '../../src/common/messages/in-both.ts'

export const cart = inBoth(
  {
    title: 'ตะกร้า',
    summaryOf: (items: number, shops: number) => `${items} ชิ้น จาก ${shops} ร้าน`,
    empty: 'ตะกร้ายังว่าง ลองเดินดูของมาใหม่วันนี้',
    seeNew: 'ดูของมาใหม่',
    changed: (n: number) => `มี ${n} อย่างเปลี่ยนไปตั้งแต่คุณหยิบใส่ตะกร้า เราทำเครื่องหมายไว้ให้แล้ว`,
    each: (price: string, n: number) => `${price} × ${n}`,
    problems: {
      price_up: (amount: string) => `แพงขึ้น ${amount} ตั้งแต่ใส่ตะกร้า`,
      price_down: (amount: string) => `ถูกลง ${amount} ตั้งแต่ใส่ตะกร้า`,
      not_enough_stock: (n: number) => `เหลือ ${n} ชิ้น ลดจำนวนก่อนสั่ง`,
      out_of_stock: 'หมดแล้ว เอาออกก่อนสั่ง',
      unavailable: 'ร้านเลิกขายแล้ว เอาออกก่อนสั่ง',
    },
    remove: 'เอาออก',
    removed: (title: string) => `เอา ${title} ออกแล้ว`,
    undo: 'เอากลับมา',
    removeNamed: (title: string) => `เอา ${title} ออก`,
    lessOf: (title: string) => `ลดจำนวน ${title}`,
    moreOf: (title: string) => `เพิ่มจำนวน ${title}`,
    quantityOf: (title: string) => `จำนวน ${title}`,
    shopTotal: 'รวมร้านนี้',
    summary: 'สรุปยอด',
    goods: (n: number) => `ค่าของ ${n} ชิ้น`,
    shipping: 'ค่าส่ง',
    shippingLater: 'เลือกในหน้าถัดไป',
    total: 'รวมทั้งหมด',
    checkout: 'ไปชำระเงิน',
    once: (n: number) => `จ่ายครั้งเดียว เราแบ่งให้ ${n} ร้าน เมื่อคุณกดรับของแล้ว`,
    settleFirst: 'เอาของที่หมดหรือเกินออกก่อน แล้วไปชำระเงินได้',
    failed: 'แก้ตะกร้าไม่ได้ตอนนี้ ลองอีกครั้งได้เลย',
    noMore: (n: number) => `มีเหลือ ${n} ชิ้น`,
  },
  {
    title: 'Basket',
    summaryOf: (items: number, shops: number) =>
      `${items} ${items === 1 ? 'item' : 'items'} from ${shops} ${shops === 1 ? 'shop' : 'shops'}`,
    empty: "Nothing in your basket yet. See what's new today.",
    seeNew: "See what's new",
    changed: (n: number) =>
      n === 1
        ? 'One thing changed since you added it. We marked it below.'
        : `${n} things changed since you added them. We marked them below.`,
    each: (price: string, n: number) => `${price} × ${n}`,
    problems: {
      price_up: (amount: string) => `${amount} more since you added it`,
      price_down: (amount: string) => `${amount} less since you added it`,
      not_enough_stock: (n: number) => `Only ${n} left. Take fewer to order.`,
      out_of_stock: 'Sold out. Remove it to order.',
      unavailable: 'No longer sold. Remove it to order.',
    },
    remove: 'Remove',
    removed: (title: string) => `${title} is out of your basket`,
    undo: 'Undo',
    removeNamed: (title: string) => `Remove ${title}`,
    lessOf: (title: string) => `One less of ${title}`,
    moreOf: (title: string) => `One more of ${title}`,
    quantityOf: (title: string) => `Quantity of ${title}`,
    shopTotal: 'This shop',
    summary: 'Summary',
    goods: (n: number) => `Goods, ${n} ${n === 1 ? 'item' : 'items'}`,
    shipping: 'Shipping',
    shippingLater: 'Chosen on the next page',
    total: 'Total',
    checkout: 'Go to checkout',
    once: (n: number) =>
      n === 1
        ? 'We pay the shop once you have your goods'
        : `Pay once; we pay the ${n} shops once you have your goods`,
    settleFirst: 'Remove what is sold out or too many, then you can check out',
    failed: "The basket couldn't be changed. Try again.",
    noMore: (n: number) => `There are ${n} left`,
  },
)
