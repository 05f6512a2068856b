import { formatClock, formatCountdown } from '../format/date.ts'
import { flash as flashTexts } from '../messages/flash.ts'
import { useLocale, useTexts } from './use-locale.ts'

type FlashClockProps = {
  /** The moment that is counted down to. */
  until: string
  now: number
  /** The slot is ahead, and begins then. */
  ahead?: boolean
  /** Each number in a box, as over a row; else in a line. */
  boxed?: boolean
}

/** A slot's time running out, or running up to it; beside it the hour itself, which needs no scripts. */
export function FlashClock({ until, now, ahead = false, boxed = false }: FlashClockProps) {
  const flash = useTexts(flashTexts)
  const locale = useLocale()
  const remaining = Math.max(0, Date.parse(until) - now)
  const hour = formatClock(until, locale)
  const clock = formatCountdown(remaining, 'long')
  const [label, at] = ahead
    ? [flash.startsIn, flash.startsAt(hour)]
    : [flash.endsIn, flash.endsAt(hour)]
  if (remaining === 0 && !ahead) return <span className="text-xs">{flash.over}</span>
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5 gap-y-1">
      <span
        role="timer"
        aria-label={(ahead ? flash.timeTo : flash.timeLeft)(clock)}
        className="inline-flex items-center gap-1 tabular-nums"
      >
        <span className={boxed ? 'text-muted text-xs' : ''}>{label}</span>
        {boxed ? <Boxes clock={clock} /> : <b>{clock}</b>}
      </span>
      <span className={boxed ? 'text-muted text-xs' : 'text-xs'}>({at})</span>
    </span>
  )
}

const Boxes = ({ clock }: { clock: string }) =>
  clock.split(':').map((part, index) => (
    <span key={PLACES[index]} className="inline-flex items-center gap-1">
      {index === 0 ? null : <span aria-hidden="true">:</span>}
      <b className="inline-grid h-7 min-w-7.5 place-items-center rounded-[5px] bg-ink px-1 font-display text-[0.9375rem] text-surface leading-none">
        {part}
      </b>
    </span>
  ))

const PLACES = ['hours', 'minutes', 'seconds']
