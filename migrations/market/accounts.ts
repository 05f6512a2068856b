import { seededId } from './ids.ts'
import { FAMILY_NAMES, GIVEN_NAMES } from './names.ts'
import { SHOPS } from './shops.ts'
import type { Account, Address } from './types.ts'

/** Plainly fake on purpose; seeding refuses to run in production. */
export const DEMO_PASSWORD = 'talat-demo'

const DAY_MS = 86_400_000

export const DEMO_EMAILS = {
  shopper: 'shopper@talat.example',
  seller: 'seller@talat.example',
  operator: 'operator@talat.example',
} as const

/** The three demo accounts, then one owner for every other stall, whom nobody signs in as. */
export function accountsOf(shops: number, now: Date): Account[] {
  const demo = (email: string, name: string, days: number, roles: 'operator'[] = []): Account => {
    const createdAt = new Date(now.getTime() - days * DAY_MS)
    return {
      id: seededId('usr', email),
      email,
      name,
      roles,
      password: DEMO_PASSWORD,
      createdAt,
    }
  }
  const owners = SHOPS.slice(1, shops).map((note, index): Account => {
    const email = `owner.${note.slug}@talat.example`
    const createdAt = new Date(now.getTime() - (note.age + 3) * DAY_MS)
    const name = `${GIVEN_NAMES[(index * 7) % GIVEN_NAMES.length]} ${FAMILY_NAMES[index % FAMILY_NAMES.length]}`
    return {
      id: seededId('usr', email),
      email,
      name,
      roles: [],
      password: null,
      createdAt,
    }
  })
  return [
    demo(DEMO_EMAILS.shopper, 'วรรณา ใจดี', 420),
    demo(DEMO_EMAILS.seller, 'จันทร์เพ็ญ วงศ์คำ', (SHOPS[0]?.age ?? 0) + 3),
    demo(DEMO_EMAILS.operator, 'ปกรณ์ รุ่งเรือง', 1495, ['operator']),
    ...owners,
  ]
}

/** Home and mother's house. */
export function addressesOf(userId: string): Address[] {
  const id = (key: string): string => seededId('adr', `${userId}/${key}`)
  return [
    {
      id: id('home'),
      userId,
      recipient: 'วรรณา ใจดี',
      phone: '+66812345678',
      line1: '99/12 ซอยเจริญกรุง 44',
      line2: 'ห้อง 5B',
      subdistrict: 'บางรัก',
      district: 'บางรัก',
      province: 'กรุงเทพมหานคร',
      postcode: '10500',
      isDefault: true,
    },
    {
      id: id('mother'),
      userId,
      recipient: 'คุณแม่สายใจ ใจดี',
      phone: '+66891112222',
      line1: '27 หมู่ 3 ถนนเชิงดอย',
      line2: null,
      subdistrict: 'สุเทพ',
      district: 'เมืองเชียงใหม่',
      province: 'เชียงใหม่',
      postcode: '50200',
      isDefault: false,
    },
  ]
}
