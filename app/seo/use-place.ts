import { useRouteLoaderData } from '@remix-run/react'
import { useLocale } from '../components/use-locale.ts'
import type { loader } from '../root.tsx'
import type { Place } from './things.ts'

/** Where the page stands; undefined where the root itself failed. */
export function usePlace(): Place | undefined {
  const root = useRouteLoaderData<typeof loader>('root')
  const locale = useLocale()
  return root === undefined ? undefined : { origin: root.origin, locale }
}
