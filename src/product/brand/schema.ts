import * as z from 'zod'
import { Paging, pageOf } from '#src/common/http/paging.ts'

export const ListBrands = z.object(Paging)
export type ListBrands = z.output<typeof ListBrands>

export const Brand = z
  .object({ id: z.string(), slug: z.string(), name: z.string(), productCount: z.int() })
  .meta({ id: 'Brand' })

export const BrandPage = pageOf(Brand).meta({ id: 'BrandPage' })
export type BrandPage = z.output<typeof BrandPage>
