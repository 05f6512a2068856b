import { formatDate } from '../format/date.ts'
import type { Review } from '../shapes.ts'
import { Stars } from './product-card.tsx'
import { useLocale, useMessages } from './use-locale.ts'

export function Reviews({ reviews }: { reviews: Review[] }) {
  const { browse } = useMessages()
  const locale = useLocale()
  if (reviews.length === 0) return <p className="text-muted">{browse.noReviews}</p>
  return (
    <ul>
      {reviews.map((review) => (
        <li key={review.id} className="border-line border-t py-4 first:border-t-0">
          <p className="flex items-baseline justify-between gap-3">
            <span className="font-display font-semibold">{review.authorName}</span>
            <time dateTime={review.createdAt} className="flex-none text-muted text-xs">
              {formatDate(review.createdAt, locale)}
            </time>
          </p>
          <p className="text-xs">
            <Stars rating={review.rating} count={1} />
          </p>
          <p lang={review.locale} className="mt-1">
            {review.body}
          </p>
        </li>
      ))}
    </ul>
  )
}

export function ReviewsLoading() {
  return (
    <div className="grid gap-3 py-2" aria-busy="true">
      <div className="skeleton h-5 w-1/3" />
      <div className="skeleton h-5" />
      <div className="skeleton h-5 w-2/3" />
    </div>
  )
}

export function ReviewsFailed() {
  const { browse } = useMessages()
  return <p className="text-muted">{browse.reviewsFailed}</p>
}
