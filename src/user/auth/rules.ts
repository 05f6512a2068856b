import type { FieldError } from '#src/common/problem.ts'

export type PasswordFault = Omit<FieldError, 'path'>

export const MIN_PASSWORD = 8
export const MAX_PASSWORD = 128

/** Characters as a person counts them, in the form that is hashed. */
export const lengthOf = (password: string): number => [...password.normalize('NFKC')].length

/**
 * Why a password is refused; undefined when it may be used. Any character
 * may stand in it and none must. Source: NIST SP 800-63B §5.1.1.2, OWASP ASVS V6.2.
 */
export function passwordFault(password: string, email: string): PasswordFault | undefined {
  if (!password.isWellFormed()) return { fault: 'not_text' }
  const length = lengthOf(password)
  if (length < MIN_PASSWORD) return { fault: 'too_short', limit: MIN_PASSWORD }
  if (length > MAX_PASSWORD) return { fault: 'too_long', limit: MAX_PASSWORD }
  const plain = password.normalize('NFKC').toLowerCase()
  if (plain.trim() === email || plain === email.split('@')[0]) return { fault: 'password_is_email' }
  if (COMMON.has(plain) || isRun(plain)) return { fault: 'password_easy' }
  return undefined
}

/** One character over and over, or a straight run such as 12345678, ๑๒๓๔… or zyxwvuts. */
function isRun(password: string): boolean {
  const codes = [...password].map((letter) => letter.codePointAt(0) ?? 0)
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)))
  const [step] = steps
  return steps.size === 1 && step !== undefined && Math.abs(step) <= 1
}

// The most used of eight characters and more, in the world and in Thailand; lower case, NFKC. Thai
// ones are words typed in Thai, in Latin letters, and Thai words typed on an English layout.
const COMMON = new Set(
  `password password1 password12 password123 password1234 passw0rd p@ssw0rd p@ssword pa$$word
  passwort motdepasse contraseña qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwer1234
  1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 zaq12wsx q1w2e3r4 asdfghjk asdfghjkl asdf1234 zxcvbnm1
  zxcvbnm123 1234567890 0123456789 123456789a 12345678a a12345678 a123456789 1234qwer 123qweasd
  abcd1234 abc12345 abcdefg1 abc123456 aa123456 aa12345678 11223344 12341234 123123123 12312312
  11112222 12121212 10203040 13579246 147258369 789456123 741852963 159753456 87654321 987654321
  0987654321 99998888 88889999 iloveyou iloveyou1 iloveyou2 loveyou1 lovelove sunshine princess
  princess1 football football1 baseball superman superman1 batman123 pokemon1 pokemon123 starwars
  michael1 jennifer jordan23 michelle computer internet trustno1 whatever welcome1 welcome123
  letmein1 letmein123 admin123 admin1234 administrator root1234 changeme changeme1 default1
  test1234 testtest temp1234 guest123 master123 dragon123 monkey123 shadow123 charlie1 liverpool
  liverpool1 chelsea1 arsenal1 manchester manutd99 samsung1 samsung123 iphone123 google123
  facebook facebook1 line1234 whatsapp minecraft blink182 q1w2e3r4t5 1234567q zxcv1234
  thailand thailand1 thailand123 bangkok1 bangkok123 chiangmai phuket123 sawasdee sawasdee1
  sawatdee sawasdeekrub thaithai siam1234 muaythai somtum123 krungthep songkran kasikorn
  kasikornbank kbank1234 bangkokbank scb12345 krungthai rakthai rakna1234 rakmak123 rakkhun
  chanrakther chan1234 narak1234 narakmak naruk123 jubjub123 teerak123 teerak1234 tirak123 love1234
  lovethai phraphrom buddha123 sathu999 999999999 55555555 555555555 5555555555 k5555555
  hahaha555 talat123 talat1234 taladthai lazada123 shopee123 lotus1234 sevenseven 08080808
  0812345678 0801234567 0891234567 0898765432 0123456789a
  รหัสผ่าน รหัสผ่าน1 รหัสผ่าน123 ประเทศไทย กรุงเทพ1 กรุงเทพมหานคร สวัสดีครับ สวัสดีค่ะ ฉันรักเธอ
  รักเธอ123 รักนะ1234 ที่รัก123 ความรัก1 น่ารัก123 เชียงใหม่ ขอนแก่น1 สงกรานต์ เมืองไทย ไทยแลนด์
  ๑๒๓๔๕๖๗๘๙๐ ภาษาไทย พระพุทธเจ้า มวยไทย1 ส้มตำ123 หนูน้อย1 ตลาดไทย
  ,ok0ibp iyd0yo0iy' l;ylfu86iy[ gmlp]kf ;y;lf;y,`
    .split(/\s+/)
    .map((word) => word.normalize('NFKC').toLowerCase()),
)
