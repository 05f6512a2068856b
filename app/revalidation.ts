import type { ShouldRevalidateFunction } from '@remix-run/react'

/** Not when the API was never reached: asking it once more would fail too, and take the page along. */
export const unlessUnreached: ShouldRevalidateFunction = ({
  actionResult,
  defaultShouldRevalidate,
}) => actionResult?.unreached !== true && defaultShouldRevalidate
