import { site as siteTexts } from '../messages/site.ts'
import { useTexts } from './use-locale.ts'

/** The shape of what comes, at its size, seen only when it takes longer than a blink. */
export function Skeleton({ className = '' }: { className?: string }) {
  return <div className={`skeleton ${className}`} />
}

/** Says once that something is on its way; the shapes inside say nothing. */
export function Loading({ children }: { children: React.ReactNode }) {
  const site = useTexts(siteTexts)
  return (
    <div aria-busy="true">
      <span className="sr-only">{site.loading}</span>
      {children}
    </div>
  )
}

/** As high as a card of goods. */
export function ProductCardSkeleton() {
  return (
    <div className="card flex flex-col overflow-hidden">
      <Skeleton className="aspect-square rounded-none!" />
      <div className="grid gap-2 p-3">
        <Skeleton className="h-5" />
        <Skeleton className="h-5 w-2/3" />
        <Skeleton className="h-6 w-1/3" />
        <Skeleton className="h-4 w-1/2" />
      </div>
    </div>
  )
}

export function ProductGridSkeleton({ count }: { count: number }) {
  return (
    <Loading>
      <div className="card-grid">
        {Array.from({ length: count }, (_, index) => index).map((index) => (
          <ProductCardSkeleton key={index} />
        ))}
      </div>
    </Loading>
  )
}

/** A line of a basket or an order. */
export function RowSkeleton() {
  return (
    <div className="flex gap-3 py-2">
      <Skeleton className="size-16 flex-none" />
      <div className="grid flex-1 content-center gap-2">
        <Skeleton className="h-4 w-3/4" />
        <Skeleton className="h-4 w-1/3" />
      </div>
    </div>
  )
}
