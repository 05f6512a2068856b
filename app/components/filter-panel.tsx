import { Form, useLocation } from '@remix-run/react'
import { ChevronDown, SlidersHorizontal } from 'lucide-react'
import type { Brand } from '../shapes.ts'
import { Button } from './button.tsx'
import { Checkbox } from './choice.tsx'
import { SelectField } from './field.tsx'
import { useMessages } from './use-locale.ts'

export type FilterValues = {
  sort: string
  min: string
  max: string
  rating: string
  stock: boolean
  brand: string
}

const SORTS = ['newest', 'best-selling', 'price-asc', 'price-desc', 'rating'] as const

/** A plain GET form; folded away below 1024, where the goods come first. */
export function FilterPanel({ filters, brands }: { filters: FilterValues; brands: Brand[] }) {
  const { browse } = useMessages()
  const chosen = [filters.min, filters.max, filters.rating, filters.brand].some((v) => v !== '')
  return (
    <>
      <details className="card group px-4 py-1 lg:hidden" open={chosen || filters.stock}>
        <summary className="flex min-h-11 items-center gap-2 font-display font-semibold [&::-webkit-details-marker]:hidden">
          <SlidersHorizontal size={20} strokeWidth={1.9} aria-hidden="true" />
          <span className="flex-1">
            {browse.filters} · {browse.sort}
          </span>
          <ChevronDown
            size={20}
            aria-hidden="true"
            className="text-muted transition-transform group-open:rotate-180"
          />
        </summary>
        <Fields id="m" filters={filters} brands={brands} />
      </details>
      <div className="card hidden p-4 lg:block">
        <h2 className="mb-2 text-lg!">{browse.filters}</h2>
        <Fields id="d" filters={filters} brands={brands} />
      </div>
    </>
  )
}

type FieldsProps = { id: string; filters: FilterValues; brands: Brand[] }

function Fields({ id, filters, brands }: FieldsProps) {
  const { browse } = useMessages()
  const { pathname } = useLocation()
  const label = 'mb-1 block font-display text-sm font-semibold'
  const baht = 'control tabular-nums'
  return (
    <Form method="get" className="grid gap-4 pt-1 pb-3 lg:pb-0" key={JSON.stringify(filters)}>
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
      {brands.length === 0 ? null : (
        <SelectField
          id={`${id}-brand`}
          name="brand"
          label={browse.brand}
          defaultValue={filters.brand}
        >
          <option value="">{browse.anyBrand}</option>
          {brands.map((brand) => (
            <option key={brand.id} value={brand.slug}>
              {brand.name}
            </option>
          ))}
        </SelectField>
      )}
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
