import { formatDate } from '../format/date.ts'
import { product as browseTexts } from '../messages/product.ts'
import type { Review } from '../shapes.ts'
import { PersonAvatar } from './avatar.tsx'
import { Rating } from './rating.tsx'
import { Loading, Skeleton } from './skeleton.tsx'
import { useLocale, useTexts } from './use-locale.ts'

export function Reviews({ reviews }: { reviews: Review[] }) {
  const browse = useTexts(browseTexts)
  const locale = useLocale()
  if (reviews.length === 0) return <p className="text-muted">{browse.noReviews}</p>
  return (
    <ul>
      {reviews.map((review) => (
        <li key={review.id} className="border-line border-t py-4 first:border-t-0">
          <div className="flex items-center gap-3">
            <PersonAvatar name={review.authorName} small />
            <p className="min-w-0 flex-1">
              <span className="block truncate font-display font-semibold">{review.authorName}</span>
              <span className="block text-xs">
                <Rating rating={review.rating} />
              </span>
            </p>
            <time dateTime={review.createdAt} className="flex-none self-start text-muted text-xs">
              {formatDate(review.createdAt, locale)}
            </time>
          </div>
          <p lang={review.locale} className="mt-2">
            {review.body}
          </p>
        </li>
      ))}
    </ul>
  )
}

export function ReviewsLoading() {
  return (
    <Loading>
      <div className="grid gap-3 py-2">
        <Skeleton className="h-5 w-1/3" />
        <Skeleton className="h-5" />
        <Skeleton className="h-5 w-2/3" />
      </div>
    </Loading>
  )
}

export function ReviewsFailed() {
  const browse = useTexts(browseTexts)
  return <p className="text-muted">{browse.reviewsFailed}</p>
}
