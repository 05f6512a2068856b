import type { Packing, Text } from './types.ts'
import { t } from './words.ts'

/** What is in the parcel, by how such goods are packed. */
export const PARCELS: Readonly<Record<Packing, readonly Text[]>> = {
  fragile: [
    t(
      'ห่อกันกระแทกทีละชิ้น ใส่กล่องสองชั้น แตกระหว่างทางถ่ายรูปมา เราส่งใหม่ให้',
      'Each piece is wrapped and double-boxed. If one breaks on the way send a photo and we’ll send another.',
    ),
    t(
      'ในกล่องมีของตามจำนวน กระดาษรองทุกชั้น และการ์ดวิธีดูแล',
      'The box holds the pieces ordered, paper between each, and a care card.',
    ),
    t('กล่องหนาพร้อมสติกเกอร์ระวังแตก ปิดมุมทุกด้าน', 'A stout box with corner guards and a fragile label.'),
  ],
  fresh: [
    t(
      'ใส่กล่องเจาะรู รองฟางกระดาษ ส่งรถเย็นเมื่อจำเป็น',
      'Packed in a vented box on paper straw, chilled when it needs to be.',
    ),
    t(
      'ตัดรอบบ่ายสอง ส่งวันเดียวกัน ในกล่องมีใบบอกวันกิน',
      'Order by two and it leaves that day, with a note of when to eat it.',
    ),
    t(
      'เสียหายตอนมาถึง แจ้งใน 24 ชั่วโมงพร้อมรูป เราชดเชยตามจริง',
      'If any arrives spoilt, tell us within 24 hours with a photo and we’ll make it good.',
    ),
  ],
  pantry: [
    t(
      'บรรจุปิดสนิท ระบุวันผลิตและวันควรกินหน้าถุง มีเลข อย.',
      'Sealed, with packing and best-before dates on the front, and its food registration number.',
    ),
    t('ห่อพลาสติกกันชื้นอีกชั้นก่อนลงกล่อง', 'Wrapped once more against damp before it goes in the box.'),
    t(
      'ได้ของล็อตใหม่เสมอ เหลืออายุไม่ต่ำกว่าสี่เดือน',
      'Always from the newest lot, at least four months left on it.',
    ),
  ],
  cloth: [
    t('พับใส่ถุงกระดาษสา แนบป้ายบอกผ้าและวิธีซัก', 'Folded in sa paper with a tag for cloth and washing.'),
    t(
      'ไม่พอใจส่งคืนได้ใน 7 วันถ้ายังไม่ซักและป้ายยังอยู่',
      'Not right? Send it back within seven days, unwashed and tagged.',
    ),
    t('ส่งซองกันน้ำ พร้อมการ์ดขอบคุณเขียนมือ', 'Sent in a waterproof envelope with a handwritten card.'),
  ],
  small: [
    t(
      'ในกล่องมีของหนึ่งชุดตามที่เลือก พร้อมกระดาษบอกวิธีใช้',
      'The box has what you chose and a sheet on using it.',
    ),
    t(
      'ใส่กล่องกระดาษแข็ง เหมาะเป็นของขวัญ ขอห่อเพิ่มได้ฟรี',
      'In a stiff gift-ready box; ask and we’ll wrap it for nothing.',
    ),
    t(
      'ห่อกระดาษน้ำตาลสองชั้น ลดพลาสติกเท่าที่ทำได้',
      'Two layers of brown paper, as little plastic as we can.',
    ),
  ],
  bulky: [
    t(
      'ของชิ้นใหญ่ใส่โครงไม้หรือกล่องหนาพิเศษ ส่งขนส่งของหนัก',
      'Large pieces travel in a crate or heavy box with a freight carrier.',
    ),
    t('แพ็กแน่นทุกมุม พนักงานช่วยยกถึงหน้าบ้าน', 'Padded at every corner and carried to your door.'),
    t(
      'ในพัสดุมีของครบชุด ตรวจต่อหน้าคนส่งได้',
      'Everything is in one parcel; check it with the driver there.',
    ),
  ],
  bottle: [
    t(
      'ซีลฝา พันบับเบิล และใส่ถุงกันรั่วทุกขวด',
      'Every bottle is sealed, bubble-wrapped and bagged against leaks.',
    ),
    t(
      'แตกหรือรั่วถ่ายรูปกล่องกับขวด เราส่งใหม่โดยไม่ต้องคืน',
      'Broken or leaking? Photograph box and bottle; we’ll resend and you keep it.',
    ),
    t('มีฉลากบอกส่วนผสม วันผลิต และเลขจดแจ้ง', 'The label lists ingredients, date and registration.'),
  ],
  device: [
    t(
      'ในกล่องมีตัวเครื่อง สายชาร์จหรือสายไฟ คู่มือไทย และใบรับประกัน',
      'In the box: the unit, its cable, a Thai manual and the warranty card.',
    ),
    t(
      'ลองเปิดเครื่องแล้วซีลใหม่ เลขเครื่องตรงกับใบเสร็จ',
      'Tested, resealed, and its serial matches the receipt.',
    ),
    t('ออกใบกำกับภาษีได้ แจ้งตอนสั่ง', 'A tax invoice is no trouble; ask when ordering.'),
  ],
  plain: [
    t('ส่งในกล่องลูกฟูกพอดีของ ปิดเทปสองชั้น', 'Sent in a snug corrugated box, taped twice.'),
    t(
      'ถึงแล้วเปิดดูก่อน ขาดหรือชำรุดแจ้งได้ใน 7 วัน',
      'Have a look when it comes; tell us within seven days if anything is missing or damaged.',
    ),
    t('สั่งหลายชิ้นรวมส่งกล่องเดียว ประหยัดค่าส่ง', 'Order several and they travel in one box, for one fee.'),
  ],
  living: [
    t(
      'แพ็กแบบมัดกระถางกับกล่อง ดินไม่หก มีรูระบายอากาศ',
      'The pot is tied to the box, so soil stays put, and there are air holes.',
    ),
    t(
      'ส่งจันทร์ถึงพฤหัส ต้นไม้จะได้ไม่ค้างสุดสัปดาห์',
      'Sent Monday to Thursday so no plant spends a weekend in a depot.',
    ),
    t(
      'ถึงแล้วเปิดกล่องทันที พักร่มสามวันก่อนออกแดด',
      'Open at once and give it three days’ shade before sun.',
    ),
  ],
}
