import { inBoth } from './in-both.ts'

/**
 * What can be wrong with one field of a request: the stable `code` of an entry in `errors`, and its
 * sentence. `n` is the limit that was passed, where there is one.
 */
export const faults = inBoth(
  {
    required: () => 'ต้องกรอก',
    blank: () => 'ต้องมีตัวอักษรที่มองเห็นได้',
    wrong_type: () => 'ชนิดของข้อมูลไม่ถูก',
    wrong_format: () => 'รูปแบบไม่ถูก',
    not_a_choice: () => 'ไม่อยู่ในตัวเลือก',
    unknown_field: () => 'มีช่องที่ไม่รู้จัก',
    too_short: (n: number) => `อย่างน้อย ${n} ตัวอักษร`,
    too_long: (n: number) => `ไม่เกิน ${n} ตัวอักษร`,
    too_small: (n: number) => `อย่างน้อย ${n}`,
    too_large: (n: number) => `ไม่เกิน ${n}`,
    too_few: (n: number) => `อย่างน้อย ${n} รายการ`,
    too_many: (n: number) => `ไม่เกิน ${n} รายการ`,
    not_text: () => 'มีอักขระที่ไม่ใช่ข้อความ',
    not_one_line: () => 'ต้องอยู่ในบรรทัดเดียว',
    not_an_id: () => 'ไม่ใช่รหัสอ้างอิง',
    not_a_slug: () => 'ไม่ใช่ชื่อในที่อยู่หน้าเว็บ',
    not_an_email: () => 'อีเมลไม่ถูกต้อง',
    no_account: () => 'ยังไม่มีบัญชีที่ใช้อีเมลนี้ ให้เจ้าตัวสมัครก่อน',
    not_a_thai_phone: () => 'เบอร์มือถือมี 10 หลัก ขึ้นต้นด้วย 06, 08 หรือ 09 เบอร์บ้านมี 9 หลัก',
    not_a_postcode: () => 'รหัสไปรษณีย์มี 5 หลัก',
    not_a_tracking_number: () => 'เลขพัสดุไม่ถูก ดูตัวเลขบนใบรับฝากอีกครั้ง',
    not_our_token: () => 'ไม่ใช่โทเคนที่ API นี้ให้ไป',
    said_twice: () => 'มีอยู่แล้วในรายการ',
    too_early: () => 'เร็วเกินไป',
    too_late: () => 'ช้าเกินไป',
    password_is_email: () => 'ต้องไม่เหมือนอีเมล',
    password_easy: () => 'เดาง่ายเกินไป',
  },
  {
    required: () => 'is required',
    blank: () => 'must have something to read in it',
    wrong_type: () => 'is of the wrong type',
    wrong_format: () => 'is not in the right form',
    not_a_choice: () => 'is not one of the choices',
    unknown_field: () => 'has a field that is not known',
    too_short: (n: number) => `must have at least ${n} ${n === 1 ? 'character' : 'characters'}`,
    too_long: (n: number) => `must have at most ${n} ${n === 1 ? 'character' : 'characters'}`,
    too_small: (n: number) => `must be at least ${n}`,
    too_large: (n: number) => `must be at most ${n}`,
    too_few: (n: number) => `must have at least ${n} ${n === 1 ? 'entry' : 'entries'}`,
    too_many: (n: number) => `must have at most ${n} ${n === 1 ? 'entry' : 'entries'}`,
    not_text: () => 'contains characters that are not text',
    not_one_line: () => 'must be one line',
    not_an_id: () => 'is not an id',
    not_a_slug: () => 'is not a slug',
    not_an_email: () => 'is not an email address',
    no_account: () => 'belongs to no account yet: its owner registers first',
    not_a_thai_phone: () => 'is not a Thai phone number: mobiles have 10 digits from 06, 08 or 09',
    not_a_postcode: () => 'has five digits',
    not_a_tracking_number: () => 'is not a number of this carrier: see the receipt again',
    not_our_token: () => 'is not a token that this API gave out',
    said_twice: () => 'is in the list already',
    too_early: () => 'is too early',
    too_late: () => 'is too late',
    password_is_email: () => 'must not be your email',
    password_easy: () => 'is too easy to guess',
  },
)

export type Fault = keyof (typeof faults)['en']

/** A fault as the message of a schema's check, so that only known ones compile. */
export const fault = (code: Fault): Fault => code

export const isFault = (text: string): text is Fault => Object.hasOwn(faults.en, text)
