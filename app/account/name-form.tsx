import { Form, useNavigation } from '@remix-run/react'
import { Button } from '../components/button.tsx'
import { TextField } from '../components/field.tsx'
import { Note } from '../components/note.tsx'
import { useFirstWrong } from '../components/use-first-wrong.ts'
import { usePath, useTexts } from '../components/use-locale.ts'
import { account as accountTexts } from '../messages/account.ts'
import { errors as errorsTexts, sentence } from '../messages/errors.ts'

type NameFormProps = {
  name: string
  /** It was changed a moment ago. */
  renamed: boolean
  refused: { name: string; problem: string } | undefined
}

/** What shops call the account. */
export function NameForm({ name, renamed, refused }: NameFormProps) {
  const account = useTexts(accountTexts)
  const errors = useTexts(errorsTexts)
  const path = usePath()
  const busy = useNavigation().formData?.has('name') === true
  const form = useFirstWrong(refused)
  const wrong = refused?.problem === 'validation_failed'
  return (
    <section className="card p-4">
      <Form
        ref={form}
        method="post"
        action={path('/profile')}
        preventScrollReset
        noValidate
        className="stack gap-3"
      >
        {refused === undefined || wrong ? null : (
          <Note kind="bad" role="alert">
            {sentence(errors, refused.problem)}
          </Note>
        )}
        <TextField
          id="name"
          name="name"
          label={account.name}
          help={account.nameHelp}
          error={wrong ? account.errors.name : undefined}
          defaultValue={refused?.name ?? name}
          autoComplete="name"
          maxLength={80}
          required
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" kind="line" busy={busy && account.savingName}>
            {account.saveName}
          </Button>
          <div role="status" className="min-w-0">
            {renamed ? <Note kind="ok">{account.renamed}</Note> : null}
          </div>
        </div>
      </Form>
    </section>
  )
}
