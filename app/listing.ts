import type { Sort } from '../src/product/schema.ts'
import { bahtToSatang } from './format/money.ts'

/** What cuts a list, in the words of the form: as it was typed. */
export type Choice = {
  min: string
  max: string
  rating: string
  stock: boolean
  brand: string
  province: string
}

/** What a shopper chose in the address bar. */
export type Filters = Choice & { sort: Sort; cursor: string }

/** What is wrong with the prices that were typed; a list is cut by what is right. */
export type PriceFault = 'no_price' | 'turned'

export type PriceRange = {
  fromSatang: number | undefined
  toSatang: number | undefined
  /** Fields that hold no price. */
  wrong: ('min' | 'max')[]
  fault: PriceFault | undefined
}

/** The prices between which goods are shown: from 900 to 100 means from 100 to 900. */
export function priceRange({ min, max }: Pick<Choice, 'min' | 'max'>): PriceRange {
  const [from, to] = [bahtToSatang(min), bahtToSatang(max)]
  const wrong = [
    ...(min !== '' && from === undefined ? (['min'] as const) : []),
    ...(max !== '' && to === undefined ? (['max'] as const) : []),
  ]
  if (from !== undefined && to !== undefined && from > to) {
    return { fromSatang: to, toSatang: from, wrong, fault: 'turned' }
  }
  const fault = wrong.length === 0 ? undefined : 'no_price'
  return { fromSatang: from, toSatang: to, wrong, fault }
}

type Query = Record<string, string | undefined>

/** A choice in the words of the API; what is no price is left out. */
export function cutOf(choice: Choice): Query {
  const { fromSatang, toSatang } = priceRange(choice)
  return {
    minPriceSatang: fromSatang?.toString(),
    maxPriceSatang: toSatang?.toString(),
    minRating: choice.rating || undefined,
    inStock: choice.stock ? 'true' : undefined,
    brand: choice.brand || undefined,
    province: choice.province || undefined,
  }
}

/** A list's page in the words of the API. */
export const toQuery = (filters: Filters): Query => ({
  sort: filters.sort,
  ...cutOf(filters),
  cursor: filters.cursor || undefined,
})

/** Nothing is chosen, but for this alone; how it is sorted cuts nothing off. */
export function isOnly(filters: Filters, ...alone: ('province' | 'brand')[]): boolean {
  const { sort: _, cursor: __, stock, ...rest } = filters
  const others = Object.entries(rest).filter(([name]) => !alone.some((one) => one === name))
  return !stock && others.every(([, value]) => value === '')
}
