import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/cloudflare'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { TextField } from '../components/field.tsx'
import { Link } from '../components/link.tsx'
import { Note } from '../components/note.tsx'
import { PasswordField } from '../components/password-field.tsx'
import { useMessages } from '../components/use-locale.ts'
import { localePath, safeNext } from '../locale.ts'
import { sentence } from '../messages/errors.ts'
import { messagesIn } from '../messages/index.ts'
import { fieldErrors, settle } from '../problem.server.ts'
import { privatePage } from '../seo/page-meta.ts'
import { enterWith } from '../sign-in.server.ts'
import { AccountCard } from './account-card.tsx'
import { Register, wrongFields } from './credentials.server.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const next = new URL(request.url).searchParams.get('next') ?? ''
  if ((await context.session.read()) !== null) {
    throw redirect(safeNext(next, localePath(context.locale, '/')))
  }
  const { site, account } = messagesIn(context.locale)
  return data({ title: site.titled(account.registerTitle), next })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const typed = { name: String(form.get('name') ?? ''), email: String(form.get('email') ?? '') }
  const parsed = Register.safeParse({ ...typed, password: form.get('password') })
  if (!parsed.success) {
    const wrong = wrongFields(parsed.error)
    return data({ ...typed, wrong, problem: 'validation_failed' }, { status: 400 })
  }
  const entered = await settle(context.api.auth.register(parsed.data))
  if (!entered.ok) {
    const { problem } = entered
    const wrong = Object.keys(fieldErrors(problem))
    return data({ ...typed, wrong, problem: problem.code }, { status: problem.status })
  }
  throw await enterWith(context, entered.value, form.get('next'))
}

export default function RegisterPage() {
  const { next } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { account, errors } = useMessages()
  const busy = useNavigation().formMethod === 'POST'
  const wrong = (field: string) => result?.wrong.includes(field) === true
  return (
    <AccountCard title={account.registerTitle}>
      {result === undefined ? null : (
        <Note kind="bad" role="alert">
          {sentence(errors, result.problem)}
        </Note>
      )}
      <Form method="post" className="grid gap-4" noValidate>
        <input type="hidden" name="next" value={next} />
        <TextField
          id="name"
          name="name"
          label={account.name}
          error={wrong('name') ? account.errors.name : undefined}
          defaultValue={result?.name}
          autoComplete="name"
          maxLength={80}
          required
        />
        <TextField
          id="email"
          name="email"
          type="email"
          label={account.email}
          error={wrong('email') ? account.errors.email : undefined}
          defaultValue={result?.email}
          autoComplete="email"
          inputMode="email"
          required
        />
        <PasswordField
          label={account.password}
          help={account.passwordHelp}
          error={wrong('password') ? account.errors.password : undefined}
          autoComplete="new-password"
        />
        <button type="submit" className="button forward large" aria-disabled={busy}>
          {busy ? account.registering : account.register}
        </button>
      </Form>
      <p>
        {account.haveAccount}{' '}
        <Link
          to={next === '' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`}
          className="text-link tap-link underline"
        >
          {account.signInTitle}
        </Link>
      </p>
    </AccountCard>
  )
}
