import { Form, useNavigation } from '@remix-run/react'
import { Eraser } from 'lucide-react'
import { Button, buttonClass } from '../components/button.tsx'
import { Note } from '../components/note.tsx'
import { usePath, useTexts } from '../components/use-locale.ts'
import { account as accountTexts } from '../messages/account.ts'
import { errors as errorsTexts, sentence } from '../messages/errors.ts'

type ForgetChatProps = {
  /** It was asked for a moment ago. */
  asked: boolean
  /** The code of why it was refused. */
  problem: string | null
}

/** Has all words erased that somebody said in talks: asks first, with no script needed. */
export function ForgetChat({ asked, problem }: ForgetChatProps) {
  const { forgetChat } = useTexts(accountTexts)
  const errors = useTexts(errorsTexts)
  const path = usePath()
  const busy = useNavigation().formData?.get('act') === 'forget-chat'
  return (
    <section className="card p-4">
      <h2 className="mb-2">{forgetChat.title}</h2>
      <p className="mb-2 text-muted">{forgetChat.text}</p>
      {problem === null ? null : (
        <Note kind="bad" role="alert">
          {sentence(errors, problem)}
        </Note>
      )}
      <div role="status">{asked ? <Note kind="ok">{forgetChat.asked}</Note> : null}</div>
      {/* Closed again once it is done. */}
      <details key={String(asked)} className="act">
        <summary className={`${buttonClass({ kind: 'ghost' })} text-muted`}>
          <Eraser size={20} strokeWidth={1.9} aria-hidden="true" />
          {forgetChat.open}
        </summary>
        <Form
          method="post"
          action={path('/profile')}
          preventScrollReset
          className="mt-2 grid justify-items-start gap-3 rounded-sm bg-sunken p-3"
        >
          <input type="hidden" name="act" value="forget-chat" />
          <p>{forgetChat.ask}</p>
          <Button type="submit" kind="bad" busy={busy && forgetChat.erasing}>
            {forgetChat.confirm}
          </Button>
        </Form>
      </details>
    </section>
  )
}
