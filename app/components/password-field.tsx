import { useEffect, useState } from 'react'
import { account as accountTexts } from '../messages/account.ts'
import { Checkbox } from './choice.tsx'
import { TextField } from './field.tsx'
import { useTexts } from './use-locale.ts'

type PasswordFieldProps = {
  label: string
  help?: string | undefined
  error?: string | undefined
  autoComplete: 'current-password' | 'new-password'
}

/** May be pasted into, may be shown; the box to show it appears only where it can work. */
export function PasswordField({ label, help, error, autoComplete }: PasswordFieldProps) {
  const account = useTexts(accountTexts)
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
        <Checkbox checked={shown} onChange={(event) => setShown(event.currentTarget.checked)}>
          {account.showPassword}
        </Checkbox>
      ) : null}
    </div>
  )
}
