import { inBoth } from './in-both.ts'

/** What fills the texts: numbers of orders, names of shops in both languages, amounts, times. */
type Params = Readonly<Record<string, string | number>>
type Told = { title: string; body: string }
type Texts = Record<string, (p: Params) => Told>

const baht = (p: Params, name: string): string =>
  `฿${(Number(p[name] ?? 0) / 100).toLocaleString('en-US', {
    minimumFractionDigits: Number(p[name] ?? 0) % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  })}`

const moment = (language: string) => (p: Params, name: string) =>
  new Date(Number(p[name] ?? 0)).toLocaleString(language, {
    timeZone: 'Asia/Bangkok',
    ...{ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hour12: false },
  })
const [inThai, inEnglish] = [moment('th-TH'), moment('en-GB')]

/**
 * What people are told of, by its kind: one sentence to see at a glance, and one to know more. What is
 * stored is the kind and what fills it, so that a text is read in the language of the moment.
 */
export const notifications = inBoth(
  {
    order_placed: (p) => ({
      title: `รับคำสั่งซื้อ ${p.number} แล้ว รอจ่าย ${baht(p, 'totalSatang')}`,
      body: `เราเก็บของไว้ให้ถึง ${inThai(p, 'untilMs')} จ่ายก่อนเวลานี้`,
    }),
    order_cash: (p) => ({
      title: `รับคำสั่งซื้อ ${p.number} แล้ว`,
      body: `เตรียมเงินสด ${baht(p, 'totalSatang')} ไว้จ่ายตอนรับของ`,
    }),
    order_paid: (p) => ({
      title: `จ่ายคำสั่งซื้อ ${p.number} แล้ว`,
      body: `ได้รับ ${baht(p, 'totalSatang')} เรียบร้อย ร้านกำลังเตรียมของ`,
    }),
    payment_failed: (p) => ({
      title: `จ่ายคำสั่งซื้อ ${p.number} ไม่สำเร็จ`,
      body: `ยังไม่มีการตัดเงิน ลองจ่ายอีกครั้งก่อน ${inThai(p, 'untilMs')}`,
    }),
    order_expired: (p) => ({
      title: `คำสั่งซื้อ ${p.number} หมดเวลาจ่าย`,
      body: 'ของกลับขึ้นชั้นแล้ว ถ้ายังอยากได้ สั่งใหม่ได้เลย',
    }),
    group_cancelled: (p) => ({
      title: `ยกเลิกคำสั่งซื้อ ${p.number} แล้ว`,
      body: 'ไม่มีการตัดเงิน',
    }),
    order_cancelled: (p) => ({
      title: `ยกเลิกคำสั่งซื้อ ${p.number} จาก ${p.shopTh} แล้ว`,
      body:
        Number(p.refundSatang ?? 0) > 0
          ? `กำลังคืนเงิน ${baht(p, 'refundSatang')} ให้คุณ`
          : 'ไม่มีเงินที่ต้องคืน',
    }),
    order_refunded: (p) => ({
      title: `คืนเงิน ${baht(p, 'amountSatang')} แล้ว`,
      body: `เงินของคำสั่งซื้อ ${p.number} กลับไปตามทางที่คุณจ่าย`,
    }),
    order_sent: (p) => ({
      title: `${p.shopTh} ส่งของแล้ว`,
      body: `คำสั่งซื้อ ${p.number} พัสดุ ${p.trackingNumber}`,
    }),
    order_delivered: (p) => ({
      title: `ของจาก ${p.shopTh} ถึงแล้ว`,
      body: `ตรวจของในคำสั่งซื้อ ${p.number} แล้วกดได้รับของ ถ้ามีปัญหาแจ้งก่อน ${inThai(p, 'untilMs')}`,
    }),
    order_completes_soon: (p) => ({
      title: `คำสั่งซื้อ ${p.number} จะเสร็จสิ้นเร็ว ๆ นี้`,
      body: `ถ้ามีปัญหากับของจาก ${p.shopTh} แจ้งก่อน ${inThai(p, 'untilMs')} หลังจากนั้นเงินไปถึงร้าน`,
    }),
    cancel_refused: (p) => ({
      title: `${p.shopTh} ยกเลิกให้ไม่ได้`,
      body: `คำสั่งซื้อ ${p.number} ยังดำเนินต่อ`,
    }),
    shop_new_order: (p) => ({
      title: `มีคำสั่งซื้อใหม่ ${p.number}`,
      body: `${p.shopTh} ขายได้ ${baht(p, 'totalSatang')} ส่งภายใน ${inThai(p, 'untilMs')}`,
    }),
    shop_cancel_requested: (p) => ({
      title: `ผู้ซื้อขอยกเลิก ${p.number}`,
      body: `ตอบก่อน ${inThai(p, 'untilMs')} ไม่อย่างนั้นจะยกเลิกให้เอง`,
    }),
    shop_order_cancelled: (p) => ({
      title: `คำสั่งซื้อ ${p.number} ถูกยกเลิก`,
      body: `${p.shopTh} ไม่ต้องส่งแล้ว ของกลับเข้าสต็อก`,
    }),
    shop_order_completed: (p) => ({
      title: `คำสั่งซื้อ ${p.number} เสร็จสิ้น`,
      body: `เงินเข้ายอดของ ${p.shopTh} แล้ว`,
    }),
    back_in_stock: (p) => ({
      title: `${p.titleTh} กลับมาแล้ว`,
      body: `${p.choiceTh ? `${p.choiceTh} ` : ''}มี ${p.available} ชิ้น เราไม่ได้จองไว้ให้`,
    }),
    price_dropped: (p) => ({
      title: `${p.titleTh} ลดเหลือ ${baht(p, 'priceSatang')}`,
      body: `ตอนที่คุณให้เราบอก ราคา ${baht(p, 'markSatang')}`,
    }),
    low_stock: (p) => ({
      title: `${p.titleTh} เหลือ ${p.available} ชิ้น`,
      body: `${p.choiceTh ? `${p.choiceTh} ` : ''}รหัส ${p.sku} เติมของก่อนหมด`,
    }),
    shop_reviewed: (p) => ({
      title: `${p.titleTh} ได้รีวิว ${p.rating} ดาว`,
      body: 'อ่านสิ่งที่ผู้ซื้อเขียนได้ที่หน้าสินค้า',
    }),
    digest: (p) => ({
      title: `สรุปวันนี้ ${p.count} เรื่อง`,
      body: Number(p.more ?? 0) > 0 ? `และอีก ${p.more} เรื่องในกล่องข้อความ` : 'ทั้งหมดในวันเดียว',
    }),
  } satisfies Texts,
  {
    order_placed: (p) => ({
      title: `Order ${p.number} is in. ${baht(p, 'totalSatang')} to pay`,
      body: `We hold everything until ${inEnglish(p, 'untilMs')}. Pay by then.`,
    }),
    order_cash: (p) => ({
      title: `Order ${p.number} is in`,
      body: `Have ${baht(p, 'totalSatang')} in cash ready when it comes.`,
    }),
    order_paid: (p) => ({
      title: `Order ${p.number} is paid`,
      body: `We have your ${baht(p, 'totalSatang')}. The shops are packing.`,
    }),
    payment_failed: (p) => ({
      title: `Paying order ${p.number} didn't work`,
      body: `Nothing was charged. Try again by ${inEnglish(p, 'untilMs')}.`,
    }),
    order_expired: (p) => ({
      title: `The time to pay order ${p.number} is over`,
      body: 'Everything is back on its shelf. Order again if you still want it.',
    }),
    group_cancelled: (p) => ({
      title: `Order ${p.number} is cancelled`,
      body: 'Nothing was charged.',
    }),
    order_cancelled: (p) => ({
      title: `Order ${p.number} from ${p.shopEn} is cancelled`,
      body:
        Number(p.refundSatang ?? 0) > 0
          ? `${baht(p, 'refundSatang')} is on its way back to you.`
          : 'There is nothing to give back.',
    }),
    order_refunded: (p) => ({
      title: `${baht(p, 'amountSatang')} went back to you`,
      body: `The money of order ${p.number} goes back the way you paid.`,
    }),
    order_sent: (p) => ({
      title: `${p.shopEn} sent your parcel`,
      body: `Order ${p.number}, parcel ${p.trackingNumber}.`,
    }),
    order_delivered: (p) => ({
      title: `Your parcel from ${p.shopEn} has arrived`,
      body: `Check order ${p.number} and confirm it. If something is wrong, say so by ${inEnglish(p, 'untilMs')}.`,
    }),
    order_completes_soon: (p) => ({
      title: `Order ${p.number} completes soon`,
      body: `If something from ${p.shopEn} is wrong, say so by ${inEnglish(p, 'untilMs')}. Then the shop gets its money.`,
    }),
    cancel_refused: (p) => ({
      title: `${p.shopEn} can't cancel any more`,
      body: `Order ${p.number} goes on.`,
    }),
    shop_new_order: (p) => ({
      title: `New order ${p.number}`,
      body: `${p.shopEn} sold for ${baht(p, 'totalSatang')}. Send it by ${inEnglish(p, 'untilMs')}.`,
    }),
    shop_cancel_requested: (p) => ({
      title: `A buyer would like to cancel ${p.number}`,
      body: `Answer by ${inEnglish(p, 'untilMs')}, or it is cancelled by itself.`,
    }),
    shop_order_cancelled: (p) => ({
      title: `Order ${p.number} is cancelled`,
      body: `${p.shopEn} need not send it. Its goods are back in stock.`,
    }),
    shop_order_completed: (p) => ({
      title: `Order ${p.number} is completed`,
      body: `Its money is in the balance of ${p.shopEn}.`,
    }),
    back_in_stock: (p) => ({
      title: `${p.titleEn} is back`,
      body: `${p.choiceEn ? `${p.choiceEn}: ` : ''}${p.available} in stock. None is held for you.`,
    }),
    price_dropped: (p) => ({
      title: `${p.titleEn} is down to ${baht(p, 'priceSatang')}`,
      body: `It was ${baht(p, 'markSatang')} when you asked us to watch it.`,
    }),
    low_stock: (p) => ({
      title: `${p.available} left of ${p.titleEn}`,
      body: `${p.choiceEn ? `${p.choiceEn}, ` : ''}${p.sku}. Fill it up before it is gone.`,
    }),
    shop_reviewed: (p) => ({
      title: `${p.titleEn} has a review: ${p.rating} of 5`,
      body: "Read what the buyer wrote on the product's page.",
    }),
    digest: (p) => ({
      title: `Your day in ${p.count} ${Number(p.count) === 1 ? 'line' : 'lines'}`,
      body:
        Number(p.more ?? 0) > 0 ? `And ${p.more} more in your inbox.` : 'All of it in one letter.',
    }),
  },
)

export type NotificationKind = keyof (typeof notifications)['th']

export const isNotificationKind = (kind: string): kind is NotificationKind =>
  Object.hasOwn(notifications.th, kind)

/** What a notification says in a language; nothing for a kind that is no longer told of. */
export function told(locale: 'th' | 'en', kind: string, params: Params): Told | undefined {
  return isNotificationKind(kind) ? notifications[locale][kind](params) : undefined
}
