import { Form, useLocation, useNavigation, useRouteLoaderData } from '@remix-run/react'
import { ShoppingBasket } from 'lucide-react'
import { Button } from '../components/button.tsx'
import { TextField } from '../components/field.tsx'
import { Link } from '../components/link.tsx'
import { Note } from '../components/note.tsx'
import { PasswordField } from '../components/password-field.tsx'
import { useFirstWrong } from '../components/use-first-wrong.ts'
import { useTexts } from '../components/use-locale.ts'
import { isUnder } from '../locale.ts'
import { account as accountTexts } from '../messages/account.ts'
import { errors as errorsTexts, sentence } from '../messages/errors.ts'
import type { Messages } from '../messages/index.ts'
import { AccountCard } from './account-card.tsx'

/** What a refused try leaves to be shown again; never the password. */
export type RefusedCredentials = {
  name?: string
  email: string
  wrong: string[]
  /** The password is long enough, and still one that many have. */
  weak: boolean
  problem: string
  /** Until a next try makes sense; 0 is at once. */
  minutes: number
}

/** Pages that nobody sees without an account. */
const OWN_PLACES = ['/orders', '/addresses', '/profile', '/vouchers']

type CredentialsFormProps = {
  kind: 'signIn' | 'register'
  /** Where the shopper was going. */
  next: string
  refused: RefusedCredentials | undefined
}

/** One form for both doors: whoever is new is asked for a name as well. */
export function CredentialsForm({ kind, next, refused }: CredentialsFormProps) {
  const account = useTexts(accountTexts)
  const errors = useTexts(errorsTexts)
  const { pathname, search } = useLocation()
  const busy = useNavigation().formMethod === 'POST'
  const isNew = kind === 'register'
  const wrong = (field: 'name' | 'email' | 'password', text: string) =>
    refused?.wrong.includes(field) === true ? text : undefined
  const form = useFirstWrong(refused)
  const other = isNew ? '/sign-in' : '/register'
  return (
    <AccountCard title={isNew ? account.registerTitle : account.signInTitle}>
      {refused === undefined ? null : (
        <Note kind="bad" role="alert">
          {refused.problem === 'rate_limited' && refused.minutes > 0
            ? account.tryIn(refused.minutes)
            : sentence(errors, refused.problem)}
        </Note>
      )}
      {refused === undefined && isUnder(next.replace(/\?.*/, ''), ...OWN_PLACES) ? (
        <Note>{account.needed}</Note>
      ) : null}
      <BasketStays />
      <Form ref={form} method="post" action={pathname + search} className="stack gap-4" noValidate>
        <input type="hidden" name="next" value={next} />
        {isNew ? (
          <TextField
            id="name"
            name="name"
            label={account.name}
            error={wrong('name', account.errors.name)}
            defaultValue={refused?.name}
            autoComplete="name"
            maxLength={80}
            required
          />
        ) : null}
        <TextField
          id="email"
          name="email"
          type="email"
          label={account.email}
          error={wrong('email', account.errors.email)}
          defaultValue={refused?.email}
          autoComplete={isNew ? 'email' : 'username'}
          inputMode="email"
          required
        />
        <PasswordField
          label={account.password}
          help={isNew ? account.passwordHelp : undefined}
          error={wrong(
            'password',
            isNew
              ? newPasswordError(refused?.weak === true, account)
              : account.errors.passwordMissing,
          )}
          autoComplete={isNew ? 'new-password' : 'current-password'}
        />
        <Button
          type="submit"
          kind="forward"
          size="lg"
          busy={busy && (isNew ? account.registering : account.signingIn)}
        >
          {isNew ? account.register : account.signIn}
        </Button>
      </Form>
      <p>
        {isNew ? account.haveAccount : account.noAccount}{' '}
        <Link
          to={next === '' ? other : `${other}?next=${encodeURIComponent(next)}`}
          className="text-link tap-link underline"
        >
          {isNew ? account.signInTitle : account.registerTitle}
        </Link>
      </p>
    </AccountCard>
  )
}

const newPasswordError = (weak: boolean, { errors }: Messages['account']) =>
  weak ? errors.weak : errors.password

/** What is in the basket is poured into the account's. */
function BasketStays() {
  const account = useTexts(accountTexts)
  const frame = useRouteLoaderData<{ cartCount?: number }>('storefront/layout')
  const count = frame?.cartCount ?? 0
  if (count === 0) return null
  return (
    <p className="flex gap-2 text-muted">
      <ShoppingBasket size={20} strokeWidth={1.9} aria-hidden="true" className="flex-none" />
      {account.basketStays(count)}
    </p>
  )
}
