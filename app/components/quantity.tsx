import { useState } from 'react'
import { MOST_A_LINE, readQuantity } from '../format/quantity.ts'
import { browse as browseTexts } from '../messages/browse.ts'
import { StepButton, StepNumber, Stepper } from './stepper.tsx'
import { useTexts } from './use-locale.ts'

type QuantityProps = { name: string; max: number; id: string }

/** A number field with steps beside it; without scripts the field alone does the work. */
export function Quantity({ name, max, id }: QuantityProps) {
  const browse = useTexts(browseTexts)
  const [text, setText] = useState('1')
  const [cut, setCut] = useState(false)
  const most = Math.max(1, max)
  const typed = readQuantity(text.trim()) ?? (/^[0-9]{3,}$/.test(text.trim()) ? MOST_A_LINE + 1 : 1)
  const value = Math.min(Math.max(1, typed), most)
  const step = (to: number) => () => {
    setText(String(to))
    setCut(false)
  }
  return (
    <div>
      <Stepper label={browse.quantity}>
        <StepButton
          kind="less"
          label={browse.less}
          disabled={value <= 1}
          onClick={step(value - 1)}
        />
        <StepNumber
          id={id}
          name={name}
          label={browse.quantity}
          value={text}
          describedBy={`${id}-cut`}
          onType={setText}
          onLeave={() => {
            setCut(typed > most)
            setText(String(value))
          }}
        />
        <StepButton
          kind="more"
          label={browse.more}
          disabled={value >= max}
          onClick={step(value + 1)}
        />
      </Stepper>
      <p id={`${id}-cut`} role="status" className="font-semibold text-warning text-xs *:mt-1">
        {cut ? (
          <span className="block">
            {most === MOST_A_LINE ? browse.cutMost(most) : browse.cut(most)}
          </span>
        ) : null}
      </p>
    </div>
  )
}
