import type { Text } from './types.ts'
import { t } from './words.ts'

/** How shoppers round off a review, whatever they bought. */
export const HAPPY: readonly Text[] = [
  t('ส่งไวมาก สั่งวันเดียวได้เลย', 'Really quick delivery.'),
  t('ร้านตอบแชทดี ถามอะไรก็บอก', 'The shop answers every question.'),
  t('คุ้มราคา จะกลับมาซื้ออีก', 'Good value, I’ll be back.'),
  t('ห่อมาดี ไม่มีเสียหาย', 'Well packed, nothing damaged.'),
  t('ตรงตามรูปทุกอย่าง', 'Exactly as pictured.'),
  t('สั่งรอบที่สองแล้ว ไม่ผิดหวัง', 'My second order, not disappointed.'),
  t('แนะนำร้านนี้เลยค่ะ', 'I’d recommend this shop.'),
  t('ของดีจากต่างจังหวัดแบบนี้หายาก', 'Hard to find goods like this.'),
  t('เขียนการ์ดมาให้ด้วย น่ารัก', 'They even wrote a card.'),
  t('เลขพัสดุขึ้นไว ตามของง่าย', 'Tracking came up fast.'),
]

export const SO_SO: readonly Text[] = [
  t('โดยรวมพอใช้ได้', 'All right on the whole.'),
  t('ส่งช้ากว่าที่บอกสองวัน', 'Two days later than promised.'),
  t('ราคานี้ก็โอเค', 'Fine for the price.'),
  t('กล่องบุบมา แต่ของไม่เป็นไร', 'Box was dented, contents fine.'),
]

export const SORRY: readonly Text[] = [
  t('รอของเก้าวัน ทักไปตอบช้า', 'Waited nine days and replies were slow.'),
  t(
    'กล่องพังมาเลย ของเสียหาย ร้านคืนเงินให้แล้ว',
    'Box arrived crushed and it was damaged; the shop refunded me.',
  ),
  t('ได้ผิดแบบ ต้องส่งคืนวุ่นวาย', 'Got the wrong one and had to return it.'),
  t('ไม่เหมือนที่คาดไว้ คงไม่สั่งอีก', 'Not what I expected; won’t reorder.'),
]

/** Said alone, by people who write little. */
export const SHORT: readonly Text[] = [
  t('ดีค่ะ', 'Good.'),
  t('โอเคเลย', 'Happy with it.'),
  t('ชอบมาก', 'Love it.'),
  t('ได้ของแล้ว ครบ', 'Got it, all there.'),
]
