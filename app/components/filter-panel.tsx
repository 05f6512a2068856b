import { ChevronDown, SlidersHorizontal } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { browse as browseTexts } from '../messages/browse.ts'
import type { Found } from '../shapes.ts'
import { Button } from './button.tsx'
import { Dialog, useDialog } from './dialog.tsx'
import { FilterForm, type FilterFormProps, type FilterValues, ResetLink } from './filter-form.tsx'
import { foundText } from './found-text.ts'
import { type Scope, useFound } from './use-found.ts'
import { useTexts } from './use-locale.ts'

type PanelProps = Pick<FilterFormProps, 'filters' | 'facets' | 'kept'> & {
  scope: Scope
  /** How many the list holds now, if that is known. */
  total: Found | undefined
}

/** How a list is cut and sorted: beside it from 1024 px on, below that behind one button. */
export function FilterPanel(props: PanelProps) {
  const browse = useTexts(browseTexts)
  return (
    <>
      <Folded {...props} />
      <div className="card hidden p-4 lg:block">
        <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-2">
          <h2 className="text-lg!">{browse.filters}</h2>
          <span className="text-muted text-xs tabular-nums">
            {props.total === undefined ? '' : foundText(props.total, browse)}
          </span>
        </div>
        <Card {...props} />
      </div>
    </>
  )
}

/** How many choices a shopper made; a sort is none. */
function chosenCount({ min, max, rating, brand, province, stock }: FilterValues): number {
  const made = [min || max, rating, brand, province].filter((value) => value !== '')
  return made.length + Number(stock)
}

/** Whether there is anything to take off. */
const isCut = (filters: FilterValues) => chosenCount(filters) > 0 || filters.sort !== 'newest'

/** Before there are scripts it folds open where it stands; with them it opens a sheet. */
function Folded(props: PanelProps) {
  const fold = useRef<HTMLDetailsElement>(null)
  const [asSheet, setAsSheet] = useState(false)
  useEffect(() => {
    // Who is at it already goes on as they began.
    const { current } = fold
    const busy = current?.open === true || current?.contains(document.activeElement) === true
    if (!busy) setAsSheet(true)
  }, [])
  if (asSheet) return <Sheet {...props} />
  return (
    <details ref={fold} className="card group lg:hidden">
      <summary className={`${HEAD} [&::-webkit-details-marker]:hidden`}>
        <Head {...props} />
      </summary>
      <div className="px-4 pt-1 pb-4">
        <Card {...props} id="m" />
      </div>
    </details>
  )
}

const HEAD =
  'flex lg:hidden min-h-13 w-full items-center gap-2 px-4 text-left font-display font-semibold'

function Head({ filters, total }: PanelProps): ReactNode {
  const browse = useTexts(browseTexts)
  const chosen = chosenCount(filters)
  return (
    <>
      <SlidersHorizontal size={20} strokeWidth={1.9} aria-hidden="true" className="flex-none" />
      <span>{browse.filterAndSort}</span>
      {chosen === 0 ? null : (
        <span className="badge leaf tabular-nums">
          <span className="sr-only">{browse.chosen} </span>
          {chosen}
        </span>
      )}
      <span className="ml-auto font-normal font-sans text-muted text-xs tabular-nums">
        {total === undefined ? '' : foundText(total, browse)}
      </span>
      <ChevronDown
        size={20}
        aria-hidden="true"
        className="flex-none text-muted transition-transform group-open:rotate-180"
      />
    </>
  )
}

function Sheet(props: PanelProps) {
  const browse = useTexts(browseTexts)
  const { ref, show, close } = useDialog()
  const [found, count] = useFound(props.scope)
  useEffect(() => {
    // A page that is made wide has its filters beside the list, and no button to come back to.
    const wide = matchMedia('(min-width: 64rem)')
    const closeOnWide = () => ref.current?.close()
    wide.addEventListener('change', closeOnWide)
    return () => wide.removeEventListener('change', closeOnWide)
  }, [ref])
  return (
    <>
      <button type="button" aria-haspopup="dialog" className={`card ${HEAD}`} onClick={show}>
        <Head {...props} />
      </button>
      <Dialog
        ref={ref}
        kind="sheet"
        title={browse.filterAndSort}
        actions={
          <>
            {isCut(props.filters) ? <ResetLink onClick={close} /> : null}
            <Button type="submit" form="s" className="flex-1">
              <ShowText found={found ?? props.total} />
            </Button>
          </>
        }
      >
        <FilterForm {...props} id="s" onChange={count} onSubmit={close} />
      </Dialog>
    </>
  )
}

/** The form with its buttons at its foot. */
function Card({ id = 'd', ...props }: PanelProps & { id?: string }) {
  const [found, count] = useFound(props.scope)
  return (
    <FilterForm {...props} id={id} onChange={count}>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" className="flex-1">
          <ShowText found={found} />
        </Button>
        {isCut(props.filters) ? <ResetLink /> : null}
      </div>
    </FilterForm>
  )
}

/** "ดู 1,117 ชิ้น" where it is known how many that will be. */
function ShowText({ found }: { found: Found | undefined }) {
  const browse = useTexts(browseTexts)
  return (
    <span aria-live="polite">
      {found === undefined ? browse.apply : browse.show(foundText(found, browse))}
    </span>
  )
}
