import { useEffect, useRef, useState } from 'react'
import { type Choice, cutOf } from '../listing.ts'
import type { Found } from '../shapes.ts'

/** Of what a list is a part: a choice is counted there. */
export type Scope = { category?: string; shop?: string }

const AFTER_MS = 250

function choiceIn(form: HTMLFormElement): Choice {
  const data = new FormData(form)
  const text = (name: string) => String(data.get(name) ?? '').trim()
  return {
    min: text('min'),
    max: text('max'),
    rating: text('rating'),
    stock: text('stock') !== '',
    brand: text('brand'),
    province: text('province'),
  }
}

/**
 * How many a form's choice would show, counted by the API a moment after the last change. Undefined
 * while nothing was changed, and when nobody could say.
 */
export function useFound(scope: Scope): [Found | undefined, (form: HTMLFormElement) => void] {
  const [found, setFound] = useState<Found>()
  const stop = useRef<() => void>()
  useEffect(() => () => stop.current?.(), [])

  function count(form: HTMLFormElement) {
    stop.current?.()
    const asking = new AbortController()
    const timer = setTimeout(async () => {
      const asked = { ...scope, ...cutOf(choiceIn(form)), counted: 'true', limit: '1' }
      const query = new URLSearchParams()
      for (const [name, value] of Object.entries(asked))
        if (value !== undefined) query.set(name, value)
      try {
        const answer = await fetch(`/api/products?${query}`, { signal: asking.signal })
        const body: { found?: Found } = answer.ok ? await answer.json() : {}
        setFound(body.found)
      } catch {
        if (!asking.signal.aborted) setFound(undefined)
      }
    }, AFTER_MS)
    stop.current = () => {
      clearTimeout(timer)
      asking.abort()
    }
  }
  return [found, count]
}
