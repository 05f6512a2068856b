import { Form, useLocation } from '@remix-run/react'
import { ChevronDown, SlidersHorizontal } from 'lucide-react'
import { browse as browseTexts } from '../messages/browse.ts'
import { stalls as stallsTexts } from '../messages/stalls.ts'
import type { NamedLink } from '../shapes.ts'
import { Button } from './button.tsx'
import { Checkbox } from './choice.tsx'
import { SelectField } from './field.tsx'
import { useTexts } from './use-locale.ts'

export type FilterValues = {
  sort: string
  min: string
  max: string
  rating: string
  stock: boolean
  brand: string
  province: string
}

/** What a list can be cut by; none of a kind leaves its field out. */
export type Facets = { brands: NamedLink[]; provinces: NamedLink[] }

const SORTS = ['newest', 'best-selling', 'price-asc', 'price-desc', 'rating'] as const

/** A plain GET form; folded away below 1024, where the goods come first. */
export function FilterPanel(props: PanelProps) {
  const browse = useTexts(browseTexts)
  const { min, max, rating, brand, province, stock } = props.filters
  const chosen =
    [min || max, rating, brand, province].filter((value) => value !== '').length + Number(stock)
  return (
    <>
      <details className="card group px-4 py-1 lg:hidden">
        <summary className="flex min-h-11 items-center gap-2 font-display font-semibold [&::-webkit-details-marker]:hidden">
          <SlidersHorizontal size={20} strokeWidth={1.9} aria-hidden="true" />
          <span className="flex-1">
            {browse.filters} · {browse.sort}
          </span>
          {chosen === 0 ? null : <span className="badge leaf tabular-nums">{chosen}</span>}
          <ChevronDown
            size={20}
            aria-hidden="true"
            className="text-muted transition-transform group-open:rotate-180"
          />
        </summary>
        <Fields id="m" {...props} />
      </details>
      <div className="card hidden p-4 lg:block">
        <h2 className="mb-2 text-lg!">{browse.filters}</h2>
        <Fields id="d" {...props} />
      </div>
    </>
  )
}

type PanelProps = { filters: FilterValues; facets: Facets; kept: Record<string, string> }

function Fields({ id, filters, facets, kept }: PanelProps & { id: string }) {
  const browse = useTexts(browseTexts)
  const stalls = useTexts(stallsTexts)
  const { pathname } = useLocation()
  const label = 'mb-1 block font-display text-sm font-semibold'
  const baht = 'control tabular-nums'
  return (
    <Form method="get" className="grid gap-4 pt-1 pb-3 lg:pb-0" key={JSON.stringify(filters)}>
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SelectField id={`${id}-sort`} name="sort" label={browse.sort} defaultValue={filters.sort}>
        {SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {browse.sorts[sort]}
          </option>
        ))}
      </SelectField>
      <fieldset>
        <legend className={label}>{browse.priceRange}</legend>
        <div className="flex items-center gap-2">
          <input
            name="min"
            defaultValue={filters.min}
            inputMode="decimal"
            aria-label={browse.priceFrom}
            className={baht}
          />
          <span aria-hidden="true" className="flex-none text-muted">
            {browse.priceTo}
          </span>
          <input
            name="max"
            defaultValue={filters.max}
            inputMode="decimal"
            aria-label={browse.priceTo}
            className={baht}
          />
        </div>
      </fieldset>
      <SelectField
        id={`${id}-rating`}
        name="rating"
        label={browse.ratingLeast}
        defaultValue={filters.rating}
      >
        <option value="">{browse.anyRating}</option>
        <option value="4">{browse.stars(4)}</option>
        <option value="3">{browse.stars(3)}</option>
      </SelectField>
      <Facet
        id={`${id}-province`}
        name="province"
        label={stalls.province}
        any={stalls.anyProvince}
        chosen={filters.province}
        from={facets.provinces}
      />
      <Facet
        id={`${id}-brand`}
        name="brand"
        label={browse.brand}
        any={browse.anyBrand}
        chosen={filters.brand}
        from={facets.brands}
      />
      <Checkbox name="stock" value="1" defaultChecked={filters.stock}>
        {browse.onlyInStock}
      </Checkbox>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" className="flex-1">
          {browse.apply}
        </Button>
        <a href={pathname} className="button quiet">
          {browse.reset}
        </a>
      </div>
    </Form>
  )
}

type FacetProps = {
  id: string
  name: 'brand' | 'province'
  label: string
  /** What stands for no choice. */
  any: string
  chosen: string
  from: NamedLink[]
}

function Facet({ id, name, label, any, chosen, from }: FacetProps) {
  if (from.length === 0) return null
  return (
    <SelectField id={id} name={name} label={label} defaultValue={chosen}>
      <option value="">{any}</option>
      {from.map((one) => (
        <option key={one.slug} value={one.slug}>
          {one.name}
        </option>
      ))}
    </SelectField>
  )
}
