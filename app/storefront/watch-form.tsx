import { Form } from '@remix-run/react'
import { Bell, BellRing } from 'lucide-react'
import { Button } from '../components/button.tsx'
import { usePath, useTexts } from '../components/use-locale.ts'
import { watch as watchTexts } from '../messages/watch.ts'
import type { Product, Variant, Watch } from '../shapes.ts'

/** Something of a product that the visitor waits for. */
export type Watched = Pick<Watch, 'kind' | 'variantId'>

type WatchFormProps = { product: Product; variant: Variant; watched: Watched[] }

/** To be told when a variant is back, and when the product costs less; what is waited for says so. */
export function WatchForm({ product, variant, watched }: WatchFormProps) {
  const texts = useTexts(watchTexts)
  const path = usePath()
  const waits = (kind: Watch['kind'], variantId: string | null) =>
    watched.some((one) => one.kind === kind && one.variantId === variantId)
  return (
    <Form
      method="post"
      action={path('/watches')}
      className="flex flex-wrap items-center gap-x-4 gap-y-2"
    >
      <input type="hidden" name="from" value={product.slug} />
      {variant.available > 0 ? null : (
        <Wish
          want={`back_in_stock.${variant.id}`}
          kind="line"
          kept={waits('back_in_stock', variant.id) ? texts.backKept : null}
        >
          {texts.back}
        </Wish>
      )}
      <Wish
        want={`price_drop.${product.id}`}
        kind="quiet"
        kept={waits('price_drop', null) ? texts.cheaperKept : null}
      >
        {texts.cheaper}
      </Wish>
    </Form>
  )
}

type WishProps = { want: string; kind: 'line' | 'quiet'; kept: string | null; children: string }

/** A button that asks to be told, or what is said once one will be. */
function Wish({ want, kind, kept, children }: WishProps) {
  if (kept === null) {
    return (
      <Button type="submit" name="want" value={want} kind={kind} icon={Bell}>
        {children}
      </Button>
    )
  }
  return (
    <p className="inline-flex min-h-11 items-center gap-2 text-muted text-sm">
      <BellRing size={18} aria-hidden="true" className="text-accent" />
      {kept}
    </p>
  )
}
