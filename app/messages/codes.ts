import { inBoth } from '../../src/common/messages/in-both.ts'

/** The vouchers of a basket; what is said of each is put into words on our side. */
export const codes = inBoth(
  {
    codes: 'คูปองและโค้ด',
    code: 'โค้ดส่วนลด',
    use: 'ใช้',
    removeNamed: (title: string) => `เลิกใช้ ${title}`,
    useBest: 'ใช้ชุดนี้',
  },
  {
    codes: 'Vouchers and codes',
    code: 'Discount code',
    use: 'Apply',
    removeNamed: (title: string) => `Stop using ${title}`,
    useBest: 'Use these',
  },
)
