import { describe, expect, it } from 'vitest'
import { contactLeak } from '#src/common/contact-leak.ts'

describe('A text that leads past the market', () => {
  it.each([
    ['โทร 081-234-5678 ได้เลยค่ะ', 'phone'],
    ['๐๘๑ ๒๓๔ ๕๖๗๘', 'phone'],
    ['0 8 1 2 3 4 5 6 7 8', 'phone'],
    ['+66 81 234 5678', 'phone'],
    ['ร้าน 02 123 4567', 'phone'],
    ['0​8​12345678', 'phone'],
    ['mali@example.com', 'email'],
    ['mali @ example . com', 'email'],
    ['ดูที่ https://shop.example.com/x', 'link'],
    ['line.me/ti/p/abc', 'link'],
    ['แอดไลน์ somchai99', 'handle'],
    ['Line ID: mali_99', 'handle'],
    ['ไลน์ @mali', 'handle'],
    ['https://talat.example.evil.com/x', 'link'],
    ['https://talat.example@evil.com/x', 'email'],
    ['โอนเข้าบัญชี 123-4-56789-0 นะคะ', 'account'],
    ['พร้อมเพย์ 1234567890123', 'account'],
  ])('is seen: %s', (text, leak) => {
    expect(contactLeak(text, 'https://talat.example')).toBe(leak)
  })

  it.each([
    'ขนาด 30 x 40 x 50 ซม. หนัก 1200 กรัม',
    'ราคา 1,290.50 บาท ส่ง 45',
    'ที่อยู่ 99/1 ถนนสุเทพ เชียงใหม่ 50200',
    'พัสดุ EF582568151TH ถึงไหนแล้วคะ',
    'คำสั่งซื้อ TLT 8842 1703-1',
    'ปี 2569 รุ่น 2024',
    'สั่ง 12 ชิ้น ได้วันที่ 25/11/2569 ไหม',
    'https://talat.example/p/chili ตัวนี้ใช่ไหมคะ',
    'online ตลอดค่ะ ดู online shop ได้',
    'the line broke after a week',
    'สายไฟ line 3 เมตร',
  ])('is not seen in what people say of goods: %s', (text) => {
    expect(contactLeak(text, 'https://talat.example')).toBeNull()
  })
})
