import { Await } from '@remix-run/react'
import { Paperclip } from 'lucide-react'
import { Suspense } from 'react'
import { Link } from '../components/link.tsx'
import { Thumb } from '../components/picture.tsx'
import { useTexts } from '../components/use-locale.ts'
import { fullMoney } from '../format/money.ts'
import { chat as chatTexts } from '../messages/chat.ts'
import type { ProductCard as Card, ListedOrder } from '../shapes.ts'

import { closing } from './closing.ts'

const SHOWN = 8

export type Attachable = { goods: Promise<Card[]> | Card[]; orders: Promise<ListedOrder[]> | null }

/** Things and orders that can be shown in a talk; each is a link to the talk with it attached. */
export function Attach({ goods, orders, here }: Attachable & { here: string }) {
  const texts = useTexts(chatTexts)
  const at = (what: string) => `${here}${here.includes('?') ? '&' : '?'}${what}`
  return (
    <details className="chat-attach" {...closing}>
      <summary className="icon-button" aria-label={texts.attach}>
        <Paperclip size={22} strokeWidth={1.9} aria-hidden="true" />
      </summary>
      <div>
        <Suspense fallback={<div className="skeleton h-16" />}>
          {orders === null ? null : (
            <Await resolve={orders} errorElement={null}>
              {(own) =>
                own.length === 0 ? null : (
                  <>
                    <p className="text-muted text-xs">{texts.ordersHere}</p>
                    <ul>
                      {own.slice(0, SHOWN).map(({ id, number, lines, totalSatang }) => (
                        <li key={id}>
                          <Link to={at(`order=${id}`)} replace className="chat-attachable">
                            <Thumb src={lines[0]?.imageUrl} size="s" />
                            <span className="min-w-0 flex-1 truncate tabular-nums">{number}</span>
                            <span className="tabular-nums">{fullMoney(totalSatang)}</span>
                          </Link>
                        </li>
                      ))}
                    </ul>
                  </>
                )
              }
            </Await>
          )}
          <Await resolve={goods} errorElement={null}>
            {(things) => (
              <>
                <p className="text-muted text-xs">{texts.goodsHere}</p>
                <ul>
                  {things.slice(0, SHOWN).map(({ id, title, imageUrl, priceSatang }) => (
                    <li key={id}>
                      <Link to={at(`product=${id}`)} replace className="chat-attachable">
                        <Thumb src={imageUrl} size="s" />
                        <span className="line-clamp-2 min-w-0 flex-1">{title}</span>
                        <span className="tabular-nums">{fullMoney(priceSatang)}</span>
                      </Link>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Await>
        </Suspense>
      </div>
    </details>
  )
}
