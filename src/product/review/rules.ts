/** The queue's message of a review that was written; by the review. */
export const REVIEW_WRITTEN = 'review.written'

/** A Thai vowel that is written before its consonant is no initial. */
const INITIAL = /^[เแโใไ]?(\p{L})/u

/**
 * The name a review is signed with in public: the given name, and of the family name its first letter,
 * such as มะลิ ใจดี → มะลิ จ.
 */
export function publicName(name: string): string {
  const [given = '', ...rest] = name.trim().split(/\s+/)
  const initial = INITIAL.exec(rest.at(-1) ?? '')?.[1]
  return initial === undefined ? given : `${given} ${initial}.`
}
