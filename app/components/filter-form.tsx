import { Form, useLocation } from '@remix-run/react'
import { CircleAlert, Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { type Choice, priceRange } from '../listing.ts'
import { browse as browseTexts } from '../messages/browse.ts'
import { stalls as stallsTexts } from '../messages/stalls.ts'
import type { NamedLink } from '../shapes.ts'
import { Checkbox } from './choice.tsx'
import { SelectField } from './field.tsx'
import { useTexts } from './use-locale.ts'

export type FilterValues = Choice & { sort: string }

/** What a list can be cut by, with how many there are of each if that is known; none of a kind leaves its field out. */
export type Facets = { brands: FacetValue[]; provinces: FacetValue[] }
type FacetValue = NamedLink & { count?: number }

const SORTS = ['newest', 'best-selling', 'price-asc', 'price-desc', 'rating'] as const

export type FilterFormProps = {
  /** Its fields' ids begin with it: a page may hold the form more than once. */
  id: string
  filters: FilterValues
  facets: Facets
  /** Parameters of the address that are no choice of the shopper's. */
  kept: Record<string, string>
  onChange?: (form: HTMLFormElement) => void
  onSubmit?: () => void
  /** Its buttons, where they stand in the form itself. */
  children?: ReactNode
}

/** A plain GET form: what is chosen becomes the address. */
export function FilterForm(props: FilterFormProps) {
  const { id, filters, facets, kept, onChange, onSubmit, children } = props
  const browse = useTexts(browseTexts)
  const stalls = useTexts(stallsTexts)
  return (
    <Form
      id={id}
      method="get"
      className="grid gap-4"
      key={JSON.stringify(filters)}
      onChange={(event) => onChange?.(event.currentTarget)}
      onSubmit={() => onSubmit?.()}
    >
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
      <Prices id={id} filters={filters} />
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
      {children}
    </Form>
  )
}

/** From a price to a price. What was typed stays, with what is wrong about it below. */
function Prices({ id, filters }: { id: string; filters: FilterValues }) {
  const browse = useTexts(browseTexts)
  const { wrong, fault } = priceRange(filters)
  const told = fault === undefined ? undefined : `${id}-price-told`
  const Icon = fault === 'turned' ? Info : CircleAlert
  const field = (name: 'min' | 'max', label: string) => (
    <input
      name={name}
      defaultValue={filters[name]}
      inputMode="decimal"
      maxLength={14}
      aria-label={label}
      aria-invalid={wrong.includes(name) || undefined}
      aria-describedby={told}
      className="control tabular-nums lg:px-2!"
    />
  )
  return (
    <fieldset>
      <legend className="mb-1 block font-display font-semibold text-sm">{browse.priceRange}</legend>
      <div className="flex items-center gap-2">
        {field('min', browse.priceFrom)}
        <span aria-hidden="true" className="flex-none text-muted">
          {browse.priceTo}
        </span>
        {field('max', browse.priceTo)}
      </div>
      {fault === undefined ? null : (
        <p
          id={told}
          className={`mt-1 flex gap-1.5 text-balance text-xs ${fault === 'turned' ? 'text-muted' : 'text-danger'}`}
        >
          <Icon size={16} aria-hidden="true" className="mt-0.5 flex-none" />
          {browse.priceFaults[fault]}
        </p>
      )}
    </fieldset>
  )
}

type FacetProps = {
  id: string
  name: 'brand' | 'province'
  label: string
  /** What stands for no choice. */
  any: string
  chosen: string
  from: FacetValue[]
}

function Facet({ id, name, label, any, chosen, from }: FacetProps) {
  if (from.length === 0) return null
  return (
    <SelectField id={id} name={name} label={label} defaultValue={chosen}>
      <option value="">{any}</option>
      {from.map((one) => (
        <option key={one.slug} value={one.slug}>
          {one.count === undefined ? one.name : `${one.name} (${one.count.toLocaleString('en')})`}
        </option>
      ))}
    </SelectField>
  )
}

/** Takes every choice off. */
export function ResetLink({ onClick }: { onClick?: () => void }) {
  const browse = useTexts(browseTexts)
  const { pathname } = useLocation()
  return (
    <a href={pathname} className="button quiet" onClick={onClick}>
      {browse.reset}
    </a>
  )
}
