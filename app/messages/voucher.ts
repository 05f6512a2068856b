import { inBoth } from '../../src/common/messages/in-both.ts'

export const voucher = inBoth(
  { claim: 'เก็บ', claimed: 'เก็บแล้ว', used: 'ใช้แล้ว', expired: 'หมดเวลา' },
  { claim: 'Claim', claimed: 'Claimed', used: 'Used', expired: 'Expired' },
)
