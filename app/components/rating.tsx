import { Star } from 'lucide-react'
import { browse as browseTexts } from '../messages/browse.ts'
import { useTexts } from './use-locale.ts'

type RatingProps = {
  /** 1 to 5. */
  rating: number
  /** Of how many reviews it is the mean; one review's own stars leave it out. */
  count?: number
}

/** A star and a number for the eye, a sentence for the ear. */
export function Rating({ rating, count }: RatingProps) {
  const browse = useTexts(browseTexts)
  const shown = count === undefined ? String(rating) : rating.toFixed(1)
  return (
    <span className="inline-flex items-center gap-1 font-display font-semibold text-star">
      <Star size={13} fill="currentColor" stroke="none" aria-hidden="true" />
      <span aria-hidden="true">{shown}</span>
      <span className="sr-only">
        {count === undefined ? browse.starsOf(shown) : browse.ratingOf(shown, count)}
      </span>
    </span>
  )
}

const STARS = [1, 2, 3, 4, 5] as const

type RatingInputProps = { name: string; legend: string; defaultValue?: number }

/** Five radios of 44 px that fill up to the chosen one; arrow keys work because they are radios. */
export function RatingInput({ name, legend, defaultValue }: RatingInputProps) {
  const browse = useTexts(browseTexts)
  return (
    <fieldset>
      <legend className="mb-1 font-display font-semibold text-sm">{legend}</legend>
      <div className="rating-input">
        {STARS.map((stars) => (
          <label key={stars} className="grid size-11 place-items-center">
            <input
              type="radio"
              name={name}
              value={stars}
              defaultChecked={stars === defaultValue}
              className="sr-only"
            />
            <Star size={28} strokeWidth={1.9} aria-hidden="true" />
            <span className="sr-only">{browse.starsOf(String(stars))}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
