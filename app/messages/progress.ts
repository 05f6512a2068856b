import { inBoth } from '../../src/common/messages/in-both.ts'
import type { OrderReason, Parcel } from '../shapes.ts'

/** What has become of an order on its way: dates, parcels, and who asked for what. */
type Texts = {
  carriers: Record<Parcel['carrier'], string>
  reasons: Record<OrderReason, string>
  [name: string]: unknown
}

export const progress = inBoth(
  {
    shipBy: (date: string) => `ร้านต้องส่งภายใน ${date}`,
    completesOn: (date: string) => `ถ้าไม่มีปัญหา คำสั่งซื้อจะสำเร็จเองวันที่ ${date}`,
    parcels: 'พัสดุ',
    theParcel: 'พัสดุ',
    parcel: (n: number) => `พัสดุชิ้นที่ ${n}`,
    carriers: {
      thailand_post: 'ไปรษณีย์ไทย',
      flash: 'Flash Express',
      kex: 'KEX Express',
      jt: 'J&T Express',
      spx: 'SPX Express',
      other: 'ขนส่งอื่น',
    },
    trackingNumber: 'เลขพัสดุ',
    track: 'ติดตามพัสดุ',
    opensElsewhere: '(เปิดหน้าของขนส่ง)',
    sentOn: (date: string) => `ส่งเมื่อ ${date}`,
    arrivedOn: (date: string) => `ถึงเมื่อ ${date}`,
    inside: 'ในพัสดุ',
    restComing: 'ร้านยังส่งไม่ครบ ของที่เหลือจะมาในพัสดุถัดไป',
    request: {
      open: 'ขอยกเลิก',
      ask: 'ร้านเริ่มเตรียมของแล้ว เราจะถามร้านให้ ถ้าร้านไม่ตอบในเวลาที่กำหนด ถือว่าร้านตกลง ถ้าร้านไม่ตกลง ขออีกไม่ได้',
      why: 'เหตุผล',
      confirm: 'ส่งคำขอยกเลิก',
      waiting: (date: string) => `ขอยกเลิกแล้ว ถ้าร้านไม่ตอบภายใน ${date} จะยกเลิกและคืนเงินให้เอง`,
      waitingCash: (date: string) => `ขอยกเลิกแล้ว ถ้าร้านไม่ตอบภายใน ${date} จะยกเลิกให้เอง`,
      refused: (why: string) => `ร้านไม่ยกเลิกให้: ${why} ร้านจะส่งของต่อ`,
    },
    moreTime: {
      open: 'ขอเวลาตรวจของเพิ่ม',
      ask: 'เลื่อนวันที่คำสั่งซื้อสำเร็จเองออกไปอีก 3 วัน ขอได้ครั้งเดียว',
      confirm: 'ขอเวลาเพิ่ม',
    },
    cancelledBy: {
      buyer: 'คุณยกเลิกคำสั่งซื้อนี้',
      seller: (why: string) => `ร้านยกเลิกคำสั่งซื้อนี้: ${why}`,
      agreed: 'ร้านตกลงยกเลิกตามที่คุณขอ',
      market: 'ตลาดยกเลิกคำสั่งซื้อนี้',
      not_sent_in_time: 'ร้านไม่ส่งของภายในกำหนด เราจึงยกเลิกให้',
      not_answered: 'ร้านไม่ตอบคำขอภายในกำหนด เราจึงยกเลิกให้',
    },
    reasons: {
      changed_mind: 'เปลี่ยนใจ',
      wrong_items: 'สั่งผิดของหรือผิดจำนวน',
      wrong_address: 'ที่อยู่ไม่ถูก',
      found_cheaper: 'เจอที่ถูกกว่า',
      too_slow: 'ส่งช้าเกินไป',
      out_of_stock: 'ของหมด',
      cannot_deliver: 'ส่งไปที่อยู่นี้ไม่ได้',
      buyer_asked: 'ผู้ซื้อขอยกเลิก',
      already_packed: 'แพ็กของแล้ว',
      already_sent: 'ส่งของให้ขนส่งแล้ว',
      made_to_order: 'เป็นของที่ทำตามสั่ง',
      not_sent_in_time: 'ร้านไม่ส่งภายในกำหนด',
      not_answered: 'ร้านไม่ตอบ',
      other: 'เหตุผลอื่น',
    },
  } satisfies Texts,
  {
    shipBy: (date: string) => `The shop has to send it by ${date}`,
    completesOn: (date: string) => `If nothing is wrong it completes by itself on ${date}`,
    parcels: 'Parcels',
    theParcel: 'Parcel',
    parcel: (n: number) => `Parcel ${n}`,
    carriers: {
      thailand_post: 'Thailand Post',
      flash: 'Flash Express',
      kex: 'KEX Express',
      jt: 'J&T Express',
      spx: 'SPX Express',
      other: 'Another carrier',
    },
    trackingNumber: 'Tracking number',
    track: 'Track it',
    opensElsewhere: "(opens the carrier's page)",
    sentOn: (date: string) => `Sent ${date}`,
    arrivedOn: (date: string) => `Arrived ${date}`,
    inside: 'Inside',
    restComing: 'The shop has not sent all of it yet. The rest comes in another parcel.',
    request: {
      open: 'Ask to cancel',
      ask: 'The shop has begun with it, so we ask the shop. If it says nothing in time, it agrees. If it says no, you cannot ask again.',
      why: 'Why',
      confirm: 'Ask the shop',
      waiting: (date: string) =>
        `You asked to cancel. If the shop says nothing by ${date}, it is cancelled and refunded.`,
      waitingCash: (date: string) =>
        `You asked to cancel. If the shop says nothing by ${date}, it is cancelled.`,
      refused: (why: string) => `The shop did not agree to cancel: ${why}. It will send it.`,
    },
    moreTime: {
      open: 'I need more time',
      ask: 'The day it completes by itself moves by 3 days. You can ask once.',
      confirm: 'Give me more time',
    },
    cancelledBy: {
      buyer: 'You cancelled this order',
      seller: (why: string) => `The shop cancelled this order: ${why}`,
      agreed: 'The shop agreed to cancel, as you asked',
      market: 'The market cancelled this order',
      not_sent_in_time: "The shop didn't send it in time, so we cancelled it",
      not_answered: "The shop didn't answer in time, so we cancelled it",
    },
    reasons: {
      changed_mind: 'I changed my mind',
      wrong_items: 'Wrong things or number',
      wrong_address: 'The address is wrong',
      found_cheaper: 'I found it cheaper',
      too_slow: 'It takes too long',
      out_of_stock: 'out of stock',
      cannot_deliver: "can't be sent to this address",
      buyer_asked: 'its buyer asked',
      already_packed: 'it is packed',
      already_sent: 'the carrier has it',
      made_to_order: 'it is made to order',
      not_sent_in_time: 'not sent in time',
      not_answered: 'no answer',
      other: 'Another reason',
    },
  },
)
