import { useEffect, useState } from 'react'
import { TextField } from './field.tsx'
import { useMessages } from './use-locale.ts'

type PasswordFieldProps = {
  label: string
  help?: string | undefined
  error?: string | undefined
  autoComplete: 'current-password' | 'new-password'
}

/** May be pasted into, may be shown; the box to show it appears only where it can work. */
export function PasswordField({ label, help, error, autoComplete }: PasswordFieldProps) {
  const { account } = useMessages()
  const [shown, setShown] = useState(false)
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  return (
    <div className="grid gap-1">
      <TextField
        id="password"
        name="password"
        type={shown ? 'text' : 'password'}
        label={label}
        help={help}
        error={error}
        autoComplete={autoComplete}
        maxLength={128}
        required
      />
      {scripted ? (
        <label className="flex min-h-11 items-center gap-2.5">
          <input
            type="checkbox"
            checked={shown}
            onChange={(event) => setShown(event.currentTarget.checked)}
            className="size-5.5 accent-accent"
          />
          {account.showPassword}
        </label>
      ) : null}
    </div>
  )
}
