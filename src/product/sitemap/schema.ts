import * as z from 'zod'
import { id } from '#src/common/text.ts'

/** A page of the market: its Thai path, and when what it shows last changed, where that is known. */
export type SitemapEntry = { path: string; changedAt?: Date }

export type SitemapKind = 'pages' | 'products' | 'shops'

export const SitemapQuery = z.object({ after: id.optional() })
