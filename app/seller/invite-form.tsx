import { Form, useNavigation } from '@remix-run/react'
import { Button } from '../components/button.tsx'
import { RadioCard } from '../components/choice.tsx'
import { TextField } from '../components/field.tsx'
import { Note } from '../components/note.tsx'
import { useFirstWrong } from '../components/use-first-wrong.ts'
import { usePath, useTexts } from '../components/use-locale.ts'
import { refusalIn, staff as staffTexts } from '../messages/staff.ts'
import type { Member } from '../shapes.ts'

const OF_THE_EMAIL = ['no_account', 'not_an_email', 'already_member']

type InviteFormProps = {
  shopId: string
  /** What the caller may invite to, the most powerful first. */
  roles: readonly Member['role'][]
  refused: { email: string; role: string; problem: string } | undefined
}

export function InviteForm({ shopId, roles, refused }: InviteFormProps) {
  const texts = useTexts(staffTexts)
  const path = usePath()
  const busy = useNavigation().formData?.get('act') === 'invite'
  const form = useFirstWrong(refused)
  const told = refused === undefined ? undefined : refusalIn(texts, refused.problem)
  const isEmail = refused !== undefined && OF_THE_EMAIL.includes(refused.problem)
  const chosen = refused?.role ?? 'staff'
  return (
    <section className="card p-4" aria-labelledby="invite">
      <h2 id="invite">{texts.invite}</h2>
      <p className="mt-1 text-muted text-sm">{texts.inviteText}</p>
      <Form
        ref={form}
        method="post"
        action={path(`/seller/members?shop=${shopId}`)}
        preventScrollReset
        noValidate
        className="stack mt-3 gap-3"
      >
        <input type="hidden" name="act" value="invite" />
        {told === undefined || isEmail ? null : (
          <Note kind="bad" role="alert">
            {told}
          </Note>
        )}
        <TextField
          id="invite-email"
          name="email"
          type="email"
          label={texts.email}
          error={isEmail ? told : undefined}
          defaultValue={refused?.email}
          autoComplete="off"
          maxLength={254}
          required
        />
        <fieldset className="stack gap-2">
          <legend className="mb-1 font-display font-semibold text-sm">{texts.role}</legend>
          {[...roles].reverse().map((role) => (
            <RadioCard
              key={role}
              name="role"
              value={role}
              defaultChecked={role === chosen}
              title={texts.roles[role]}
              text={texts.rolesText[role]}
            />
          ))}
        </fieldset>
        <Button type="submit" busy={busy && texts.sending}>
          {texts.send}
        </Button>
      </Form>
    </section>
  )
}
