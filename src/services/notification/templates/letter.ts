import { html, raw } from 'hono/html'
import type { Outgoing } from '../index.ts'

export type Letter = { subject: string; html: string; text: string }

const TEXTS = {
  th: { open: 'ดูรายละเอียด', stop: 'เลิกรับอีเมลเรื่องนี้', market: 'ตลาดของคนไทย' },
  en: { open: 'See the details', stop: 'Stop these emails', market: 'The market of Thailand' },
}

// A header ends at a line break: whatever fills a text, it never begins another header (RFC 5322 §2.2).
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

/** An email: what it is called, a page that needs no style sheet, and the same as plain text. */
export function letterOf(message: Outgoing): Letter {
  const { locale, title, body, url, unsubscribeUrl, items = [] } = message
  const { open, stop, market } = TEXTS[locale]
  const page = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${oneLine(title)}</title>
</head>
<body style="margin:0;padding:0;background:#f6f2ea;color:#241f18;font-family:'IBM Plex Sans Thai Looped',Thonburi,Tahoma,sans-serif;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f6f2ea;">
<tr><td align="center" style="padding:24px 12px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;">
<tr><td style="padding:0 8px 16px;font-size:22px;font-weight:700;color:#8a3b12;">ตลาด Talat</td></tr>
<tr><td style="background:#ffffff;border-radius:12px;padding:28px 24px;">
<h1 style="margin:0 0 12px;font-size:20px;line-height:1.5;">${title}</h1>
<p style="margin:0 0 24px;font-size:16px;line-height:1.7;">${body}</p>
${items.map(
  (
    item,
  ) => html`<p style="margin:0 0 16px;padding:0 0 16px;border-bottom:1px solid #e5dccb;font-size:16px;line-height:1.6;">
<a href="${item.url}" style="color:#8a3b12;font-weight:700;">${item.title}</a><br>${item.body}</p>
`,
)}<a href="${url}" style="display:inline-block;background:#8a3b12;color:#ffffff;text-decoration:none;font-size:16px;padding:12px 20px;border-radius:8px;">${open}</a>
</td></tr>
<tr><td style="padding:16px 8px;font-size:13px;line-height:1.6;color:#6a6154;">${market}${
    unsubscribeUrl === null
      ? ''
      : html` · <a href="${unsubscribeUrl}" style="color:#6a6154;">${stop}</a>`
  }</td></tr>
</table>
</td></tr>
</table>
</body>
</html>`
  const told = items.flatMap((item) => ['', item.title, item.body, item.url])
  const lines = [title, ...told, '', body, '', `${open}: ${url}`]
  const way = unsubscribeUrl === null ? [] : ['', `${stop}: ${unsubscribeUrl}`]
  return {
    subject: oneLine(title),
    html: String(raw(page)),
    text: [...lines, ...way, '', 'ตลาด Talat'].join('\n'),
  }
}

/** The headers by which a mail program shows its own way out (RFC 8058 §3.1). */
export const wayOut = ({ unsubscribeUrl }: Outgoing): Record<string, string> =>
  unsubscribeUrl === null
    ? {}
    : {
        'List-Unsubscribe': `<${unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }

/** The same in a text message: what happened, and where to look. */
export const shortText = ({ title, url }: Outgoing): string => `Talat: ${oneLine(title)} ${url}`
