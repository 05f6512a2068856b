import { MapPin } from 'lucide-react'
import type { ShopLink } from '../shapes.ts'
import { ShopAvatar } from './avatar.tsx'
import { LinkButton } from './button.tsx'
import { Awning, stallOf } from './stall.tsx'
import { useMessages } from './use-locale.ts'

/** Whose stall this is, under its awning. */
export function ShopStrip({ shop }: { shop: ShopLink }) {
  const { browse } = useMessages()
  const stall = stallOf(shop.id)
  return (
    <section className="card mt-6 overflow-hidden" aria-label={shop.name}>
      <Awning stall={stall} />
      <div className="flex flex-wrap items-center gap-3 p-4">
        <ShopAvatar name={shop.name} stall={stall} />
        <div className="min-w-0 flex-1">
          <p className="font-display font-semibold text-base">{shop.name}</p>
          {shop.province === undefined ? null : (
            <p className="inline-flex items-center gap-1 text-muted text-xs">
              <MapPin size={14} aria-hidden="true" />
              {shop.province}
            </p>
          )}
        </div>
        <LinkButton to={`/s/${shop.slug}`} kind="line" prefetch="intent">
          {browse.visitShop}
        </LinkButton>
      </div>
    </section>
  )
}
