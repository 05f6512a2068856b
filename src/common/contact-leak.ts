/** What a text gives away by which two people could deal past the market. */
export type Leak = 'phone' | 'email' | 'link' | 'handle' | 'account'

const THAI_ZERO = '๐'.charCodeAt(0)

/**
 * The first way past the market that a text names, or null. Digits count in any writing, and with
 * what people put between them; a price, a size, a postcode or a tracking number is none. It warns
 * who writes without thinking, and stops no one who means to. `ownOrigin` is where our own pages are.
 */
export function contactLeak(text: string, ownOrigin: string): Leak | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - THAI_ZERO))
  if (/[\w.+-]+\s?@\s?[\w-]+(?:\s?\.\s?[a-z]{2,})+/i.test(plain)) return 'email'
  if (linksIn(plain).some((link) => !isOurs(link, ownOrigin))) return 'link'
  if (HANDLE.test(plain)) return 'handle'
  if (hasPhone(plain)) return 'phone'
  if (hasAccount(plain)) return 'account'
  return null
}

const isOurs = (link: string, ownOrigin: string): boolean =>
  URL.canParse(link) && new URL(link).origin === ownOrigin

const linksIn = (text: string): string[] =>
  text.match(
    /\bhttps?:\/\/\S+|\b(?:line\.me|lin\.ee|m\.me|wa\.me|t\.me|fb\.com|facebook\.com)\b\S*/gi,
  ) ?? []

/** "ไลน์ @somchai", "line id: somchai99", "แอดไลน์ somchai"; not "online shop". */
const HANDLE =
  /(?:ไลน์?|ไอจี|เฟส(?:บุ๊ค)?)\s*(?:id|ไอดี)?\s*[:=]?\s*@?[a-z0-9][\w.-]{3,}|(?<![a-z])(?:line|ig|facebook|whatsapp|telegram)\s*(?:(?:id|ไอดี)\s*[:=]?|[:=@])\s*@?[a-z0-9][\w.-]{3,}|(?:^|\s)@[a-z0-9][\w.-]{3,}/i

/** Runs of digits with what people put between them, as digits alone. */
const runsOf = (text: string): string[] =>
  (text.match(/(?<![\w.,])\+?\d(?:[\s().\-_/]{0,2}\d){7,}(?![\w])/g) ?? []).map((run) =>
    run.replace(/\D/g, ''),
  )

// Mobile: 06, 08, 09 and eight digits; landline: 02–05, 07 and seven. Source: NBTC numbering plan.
const hasPhone = (text: string): boolean =>
  runsOf(text).some((run) => /^(?:0|66|0066)(?:[689]\d{8}|[23457]\d{7})$/.test(run))

/** Beside a word for paying: a Thai bank account has 10 to 12 digits, PromptPay an identity's 13. */
const hasAccount = (text: string): boolean =>
  /(?:โอน|บัญชี|พร้อมเพย์|เลขบ\/ช|account|transfer|promptpay)/i.test(text) &&
  runsOf(text).some((run) => run.length >= 10 && run.length <= 13)
