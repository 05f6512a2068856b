import { Minus, Plus } from 'lucide-react'
import { useState } from 'react'
import { useMessages } from './use-locale.ts'

type QuantityProps = { name: string; max: number; id: string }

/** A number field with steps beside it; without scripts the field alone does the work. */
export function Quantity({ name, max, id }: QuantityProps) {
  const { browse } = useMessages()
  const [text, setText] = useState('1')
  const value = Math.min(Math.max(1, Number.parseInt(text, 10) || 1), Math.max(1, max))
  const step = 'grid size-11 place-items-center disabled:text-line-strong'
  return (
    <fieldset
      aria-label={browse.quantity}
      className="inline-flex h-11 items-center rounded-sm bg-surface shadow-[inset_0_0_0_1px_var(--color-line-strong)]"
    >
      <button
        type="button"
        className={step}
        aria-label={browse.less}
        disabled={value <= 1}
        onClick={() => setText(String(value - 1))}
      >
        <Minus size={18} aria-hidden="true" />
      </button>
      <input
        id={id}
        name={name}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => setText(String(value))}
        inputMode="numeric"
        pattern="[0-9]*"
        autoComplete="off"
        aria-label={browse.quantity}
        className="h-11 w-10 rounded-xs text-center font-display font-semibold text-base tabular-nums"
      />
      <button
        type="button"
        className={step}
        aria-label={browse.more}
        disabled={value >= max}
        onClick={() => setText(String(value + 1))}
      >
        <Plus size={18} aria-hidden="true" />
      </button>
    </fieldset>
  )
}
