import { ChatBubble, ChatPending } from '../components/chat-bubble.tsx'
import { ChatComposer } from '../components/chat-composer.tsx'
import { ChatRefusal } from '../components/chat-refusal.tsx'
import { ChatRow } from '../components/chat-row.tsx'
import { useTexts } from '../components/use-locale.ts'
import { chat as chatTexts } from '../messages/chat.ts'
import type { Message, Room } from '../shapes.ts'
import type { Samples } from './samples.ts'
import { Section, Specimen } from './specimen.tsx'

const SIDES = ['shopper', 'shop'] as const
const STATES: Record<number, 'sent' | 'read'> = { 2: 'read', 6: 'sent' }
const ROWS = [0, 3, 100]

/** Talks: who, what was said, and where one writes. */
export function Chat({ samples }: { samples: Samples }) {
  const texts = useTexts(chatTexts)
  const { say, seller: shop, placedAt: at } = samples
  const now = Date.parse(at)
  const question = say(
    'สวัสดีค่ะ ชุดแรกกำลังมา อยากสั่งเพิ่มอีกชุดเป็นของขวัญ ห่อให้ได้ไหมคะ',
    'Hello, the first set is on its way. Could you wrap a second one as a gift?',
  )
  const leak = say('ถ้าโอนตรงได้ไหมคะ เบอร์ 08x-xxx-xxxx', 'Can I pay you directly? 08x-xxx-xxxx')
  const room = (unread: number): Room => ({
    id: `rom_${unread}`,
    side: unread === 3 ? 'shop' : 'shopper',
    shop: { id: shop.id, slug: shop.slug, name: shop.name },
    shopper: { name: samples.address.recipient },
    lastSeq: 9,
    last: { from: 'shopper', at, type: 'text', text: question },
    unread,
    read: { shopper: 9, shop: 9 },
    blocked: { shopper: false, shop: false },
  })
  const said = (seq: number, from: Message['from'], body: Message['body']): Message => ({
    seq,
    at,
    from,
    body,
  })
  const messages: Message[] = [
    said(1, 'shopper', {
      type: 'product',
      productId: 'prd_1',
      slug: 'sample',
      title: samples.products[0]?.title ?? '',
      priceSatang: 35_900,
      imageUrl: null,
    }),
    said(2, 'shopper', { type: 'text', text: question }),
    said(3, 'shop', { type: 'text', text: say('ได้ค่ะ', 'Of course') }),
    said(4, 'shop', {
      type: 'order',
      orderId: 'ord_1',
      groupId: 'grp_1',
      number: 'TLT 8842 1703-1',
      totalSatang: 123_456_789,
      imageUrls: ['/pictures/stall.svg', '/pictures/stall.svg#2'],
    }),
    said(5, 'market', {
      type: 'away',
      text: say('ร้านปิดแล้วค่ะ พรุ่งนี้เก้าโมงตอบนะคะ', 'We answer tomorrow from nine.'),
    }),
    said(6, 'shopper', { type: 'text', text: 'ขอบคุณค่ะ'.repeat(20) }),
  ]
  return (
    <Section id="chat" title="Chat">
      <Specimen name="ChatRow: nothing new, one's own; a shop's, new; current; very many new">
        <div className="card max-w-form overflow-hidden">
          {ROWS.map((unread) => (
            <ChatRow key={unread} room={room(unread)} to="/messages/rom_1" now={now} />
          ))}
          <ChatRow room={room(0)} to="/messages/rom_1" now={now} current />
        </div>
      </Specimen>
      <div className="grid gap-4 lg:grid-cols-2">
        {SIDES.map((side) => (
          <Specimen key={side} name={`ChatBubble: each kind, as the ${side} sees it`}>
            <ol className="chat-log">
              {messages.map((message) => (
                <ChatBubble
                  key={message.seq}
                  message={message}
                  side={side}
                  state={side === 'shop' ? undefined : STATES[message.seq]}
                />
              ))}
            </ol>
          </Specimen>
        ))}
      </div>
      <Specimen name="ChatPending: on its way; waiting; refused">
        <ol className="chat-log">
          <ChatPending text={question} state="sending" at={now} />
          <ChatPending text={question} state="waiting" at={now} />
          <ChatPending text={leak} state="failed">
            <ChatRefusal reason="contact_leak">
              <button type="button" className="text-link min-h-11 min-w-11">
                {texts.edit}
              </button>
            </ChatRefusal>
          </ChatPending>
        </ol>
      </Specimen>
      <div className="grid gap-4 lg:grid-cols-2">
        <Specimen name="ChatComposer: a shopper's, with what is often asked">
          <div className="card">
            <ChatComposer side="shopper" quick={texts.questions} />
          </div>
        </Specimen>
        <Specimen name="ChatComposer: a shop's, with a text that was refused">
          <div className="card">
            <ChatComposer side="shop" quick={[]} text={leak} />
          </div>
        </Specimen>
      </div>
    </Section>
  )
}
