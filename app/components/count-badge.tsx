/** How many, on the corner of an icon; the icon's own name says it in words. */
export function CountBadge({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <span
      aria-hidden="true"
      className="-top-1.5 -right-2.5 absolute min-w-[18px] rounded-full bg-forward px-1 text-center font-bold font-display text-2xs text-forward-ink leading-[18px]"
    >
      {count > 99 ? '99+' : count}
    </span>
  )
}
