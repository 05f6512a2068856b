import { type ComponentProps, useState } from 'react'
import { TextField } from './field.tsx'

type CheckedFieldProps = ComponentProps<typeof TextField> & {
  /** What is wrong with a text, if anything; an empty one is no mistake yet. */
  check: (text: string) => string | undefined
}

/** Judged when it is left, and again with every key for as long as it is wrong. */
export function CheckedField({ check, error, ...field }: CheckedFieldProps) {
  const [own, setOwn] = useState<{ error: string | undefined } | null>(null)
  const shown = own === null ? error : own.error
  return (
    <TextField
      {...field}
      error={shown}
      onBlur={(event) => {
        const { value } = event.currentTarget
        if (value.trim() !== '') setOwn({ error: check(value.trim()) })
      }}
      onChange={(event) => {
        if (shown !== undefined) setOwn({ error: check(event.currentTarget.value.trim()) })
      }}
    />
  )
}
