import type { ChatBody, ChatSide } from '../../durable-objects/messages.ts'
import { fullMoney } from '../format/money.ts'
import { chat as chatTexts } from '../messages/chat.ts'
import { buttonClass } from './button.tsx'
import { Link } from './link.tsx'
import { Thumb } from './picture.tsx'
import { Price } from './price.tsx'
import { useTexts } from './use-locale.ts'

export type ProductBody = Extract<ChatBody, { type: 'product' }>
export type OrderBody = Extract<ChatBody, { type: 'order' }>

/** A thing that is asked about, as it was when it was sent; the whole card leads to it. */
export function ChatProduct({ body, from }: { body: ProductBody; from: ChatSide | 'market' }) {
  const texts = useTexts(chatTexts)
  return (
    <Link to={`/p/${body.slug}`} className="chat-card flex items-center gap-3">
      <Thumb src={body.imageUrl} />
      <span className="min-w-0 flex-1">
        {from === 'shopper' ? (
          <span className="block text-xs opacity-90">{texts.aboutProduct}</span>
        ) : null}
        <span className="line-clamp-2">{body.title}</span>
        <Price satang={body.priceSatang} size="m" />
      </span>
    </Link>
  )
}

const THUMBS = 3

/** An order that is asked about. Only its buyer has a page of it here. */
export function ChatOrder({ body, side }: { body: OrderBody; side: ChatSide }) {
  const texts = useTexts(chatTexts)
  return (
    <div className="chat-card stack gap-2">
      <p>
        <span className="block text-xs opacity-90">{texts.aboutOrder}</span>
        <span className="font-display font-semibold tabular-nums">{body.number}</span>
      </p>
      <p className="flex items-center gap-2">
        {body.imageUrls.slice(0, THUMBS).map((url) => (
          <Thumb key={url} src={url} size="s" />
        ))}
        <span className="ml-auto font-display font-semibold tabular-nums">
          {fullMoney(body.totalSatang)}
        </span>
      </p>
      {side === 'shopper' ? (
        <Link
          to={`/orders/${body.orderId}?group=${body.groupId}`}
          className={buttonClass({ kind: 'line', block: true })}
        >
          {texts.seeOrder}
        </Link>
      ) : null}
    </div>
  )
}
