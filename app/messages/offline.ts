import { inBoth } from '../../src/common/messages/in-both.ts'

/** The page that the service worker shows without a network. Not among the pages' own texts. */
export const offline = inBoth(
  {
    title: 'เน็ตหลุด',
    text: 'ของในตะกร้ายังอยู่ครบ ถ้าเพิ่งจ่ายไปแล้วไม่ต้องจ่ายซ้ำ พอเน็ตกลับมาค่อยลองใหม่',
    again: 'ลองอีกครั้ง',
  },
  {
    title: "You're offline",
    text: "Your basket is safe. If you've just paid, don't pay again. Try once more when you're connected.",
    again: 'Try again',
  },
)
