import { inBoth } from '../../src/common/messages/in-both.ts'

/** What the storefront's door says of a form that no page is asked about, by status. */
export const refused = inBoth(
  {
    403: 'ฟอร์มนี้ไม่ได้ส่งมาจากหน้าของตลาด จึงไม่มีอะไรเปลี่ยน กลับไปเปิดหน้าเดิมแล้วส่งใหม่',
    413: 'ข้อความในฟอร์มยาวเกินไป จึงไม่มีอะไรเปลี่ยน กลับไปย่อให้สั้นลงแล้วส่งใหม่',
    415: 'สิ่งที่ส่งมาไม่ใช่ฟอร์มของตลาด จึงไม่มีอะไรเปลี่ยน',
  },
  {
    403: 'This form came from another site, so nothing was changed. Open the page again and send it from there.',
    413: 'This form is too long, so nothing was changed. Go back, make it shorter and send it again.',
    415: "This isn't a form of the market's, so nothing was changed.",
  },
)
