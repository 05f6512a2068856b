import type { PaymentIntent } from '../stripe/objects.ts'

/** An amount as people read it: `฿1,250.50`, or with its code in another currency. */
export function money(amount: number, currency: string): string {
  return new Intl.NumberFormat('th-TH', {
    style: 'currency',
    currency: currency.toUpperCase(),
  }).format(amount / 100)
}

/** Bangkok's clock, in Thai. */
export function clock(atMs: number): string {
  return new Intl.DateTimeFormat('th-TH', {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'Asia/Bangkok',
  }).format(atMs)
}

/** What a status means to the person who pays, Thai and English. */
export function statusWords(intent: PaymentIntent): [thai: string, english: string] {
  switch (intent.status) {
    case 'requires_payment_method':
      return intent.last_payment_error === null
        ? ['รอเลือกวิธีชำระ', 'Waiting for a payment method']
        : ['ชำระไม่สำเร็จ', 'The payment failed']
    case 'requires_confirmation':
      return ['รอยืนยัน', 'Waiting to be confirmed']
    case 'requires_action':
      return ['รอการชำระเงิน', 'Waiting to be paid']
    case 'processing':
      return ['ธนาคารกำลังดำเนินการ', 'The bank is working on it']
    case 'succeeded':
      return ['ชำระแล้ว', 'Paid']
    case 'canceled':
      return ['ยกเลิกแล้ว', 'Canceled']
  }
}

/** The class that colours a status. */
export function statusClass(intent: PaymentIntent): string {
  return intent.last_payment_error === null ? intent.status : 'failed'
}
