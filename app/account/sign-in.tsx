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
import { settle } from '../problem.server.ts'
import { privatePage } from '../seo/page-meta.ts'
import { enterWith } from '../sign-in.server.ts'
import { AccountCard } from './account-card.tsx'
import { SignIn, wrongFields } from './credentials.server.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const next = new URL(request.url).searchParams.get('next') ?? ''
  if ((await context.session.read()) !== null) {
    throw redirect(safeNext(next, localePath(context.locale, '/')))
  }
  const { site, account } = messagesIn(context.locale)
  return data({ title: site.titled(account.signInTitle), next })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const email = String(form.get('email') ?? '')
  const parsed = SignIn.safeParse({ email, password: form.get('password') })
  if (!parsed.success) {
    const wrong = wrongFields(parsed.error)
    return data({ email, wrong, problem: 'validation_failed' }, { status: 400 })
  }
  const entered = await settle(context.api.auth.login(parsed.data))
  if (!entered.ok) {
    const { code, status } = entered.problem
    return data({ email, wrong: [] as string[], problem: code }, { status })
  }
  throw await enterWith(context, entered.value, form.get('next'))
}

export default function SignInPage() {
  const { next } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { account, errors } = useMessages()
  const busy = useNavigation().formMethod === 'POST'
  const wrong = (field: string) => result?.wrong.includes(field) === true
  return (
    <AccountCard title={account.signInTitle}>
      {result === undefined ? null : (
        <Note kind="bad" role="alert">
          {sentence(errors, result.problem)}
        </Note>
      )}
      <Form method="post" className="grid gap-4" noValidate>
        <input type="hidden" name="next" value={next} />
        <TextField
          id="email"
          name="email"
          type="email"
          label={account.email}
          error={wrong('email') ? account.errors.email : undefined}
          defaultValue={result?.email}
          autoComplete="username"
          inputMode="email"
          required
        />
        <PasswordField
          label={account.password}
          error={wrong('password') ? account.errors.passwordMissing : undefined}
          autoComplete="current-password"
        />
        <button type="submit" className="button forward large" aria-disabled={busy}>
          {busy ? account.signingIn : account.signIn}
        </button>
      </Form>
      <p>
        {account.noAccount}{' '}
        <Link
          to={next === '' ? '/register' : `/register?next=${encodeURIComponent(next)}`}
          className="text-link tap-link underline"
        >
          {account.registerTitle}
        </Link>
      </p>
    </AccountCard>
  )
}
