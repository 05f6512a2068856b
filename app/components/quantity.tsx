import { useState } from 'react'
import { browse as browseTexts } from '../messages/browse.ts'
import { StepButton, Stepper } from './stepper.tsx'
import { useTexts } from './use-locale.ts'

type QuantityProps = { name: string; max: number; id: string }

/** A number field with steps beside it; without scripts the field alone does the work. */
export function Quantity({ name, max, id }: QuantityProps) {
  const browse = useTexts(browseTexts)
  const [text, setText] = useState('1')
  const value = Math.min(Math.max(1, Number.parseInt(text, 10) || 1), Math.max(1, max))
  return (
    <Stepper label={browse.quantity}>
      <StepButton
        kind="less"
        label={browse.less}
        disabled={value <= 1}
        onClick={() => setText(String(value - 1))}
      />
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
        className="h-11 w-11 rounded-xs text-center font-display font-semibold text-base tabular-nums"
      />
      <StepButton
        kind="more"
        label={browse.more}
        disabled={value >= max}
        onClick={() => setText(String(value + 1))}
      />
    </Stepper>
  )
}
