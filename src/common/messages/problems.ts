import type { ProblemCode } from '../problem.ts'
import { inBoth } from './in-both.ts'
import { sellingProblems } from './selling-problems.ts'
import { shoppingProblems } from './shopping-problems.ts'

/**
 * A sentence for each way the API refuses, for the person in front of the screen: the API's `message`,
 * and what the storefront shows. A code without one is a compile error, in either language.
 */
export const problems = inBoth<Record<ProblemCode | 'unknown', string>>(
  { ...shoppingProblems.th, ...sellingProblems.th },
  { ...shoppingProblems.en, ...sellingProblems.en },
)
