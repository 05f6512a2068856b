import { useEffect, useRef, useState } from 'react'

const PLACE = 'checkout'
/** What is worth keeping of the form: what was typed and chosen. No field of a card is in it. */
const FIELDS = new Set(
  'email recipient phone province district subdistrict postcode line1 line2'.split(' '),
)
const CHOICES = new Set(['saveAddress', 'payment'])

/** A form as it stands, by field. */
export type Filled = Record<string, string>

/** What a form leaves behind; null while there is nothing. */
export function draftOf(form: Filled): Filled | null {
  const kept = Object.entries(form).filter(
    ([name, value]) => value !== '' && (isKept(name) || (name === 'addressId' && value === 'new')),
  )
  return kept.length === 0 ? null : Object.fromEntries(kept)
}

// Which saved address is chosen stands in the page's address, where delivery to it is asked for.
const isKept = (name: string): boolean =>
  FIELDS.has(name) || CHOICES.has(name) || name.startsWith('shipping.')

/** What was left behind by the same basket's form; anything else is nobody's here. */
export function readDraft(text: string | null, cartId: string): Filled | null {
  try {
    const { cart, form } = JSON.parse(text ?? '{}') as { cart?: unknown; form?: unknown }
    if (cart !== cartId || typeof form !== 'object' || form === null) return null
    const texts = Object.entries(form).filter(([, value]) => typeof value === 'string')
    return draftOf(Object.fromEntries(texts))
  } catch {
    return null
  }
}

/**
 * Keeps what was typed for as long as the tab lives, so that the other language, or a look into the
 * basket, costs nobody their address. Gone while the form is sent, for good when an order comes of it.
 * Answers what was left behind, once the page is alive.
 */
export function useDraft(cartId: string, form: Filled, sent: boolean): Filled | null {
  const [found, setFound] = useState<Filled | null>(null)
  const looked = useRef(false)
  useEffect(() => {
    if (!looked.current) {
      looked.current = true
      setFound(readDraft(tabs(), cartId))
      return
    }
    if (sent) {
      tabs(null)
      return
    }
    const draft = draftOf(form)
    if (draft !== null) tabs(JSON.stringify({ cart: cartId, form: draft }))
  }, [cartId, form, sent])
  return found
}

/** The tab's own store, read or written; a browser may forbid it. */
function tabs(text?: string | null): string | null {
  try {
    if (text === null) sessionStorage.removeItem(PLACE)
    else if (text !== undefined) sessionStorage.setItem(PLACE, text)
    return sessionStorage.getItem(PLACE)
  } catch {
    return null
  }
}
