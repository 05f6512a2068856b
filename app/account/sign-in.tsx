import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/cloudflare'
import { useActionData, useLoaderData } from '@remix-run/react'
import { nextFrom } from '../door.server.ts'
import { messagesIn } from '../messages/index.ts'
import { settleAll } from '../problem.server.ts'
import { privatePage } from '../seo/page-meta.ts'
import { enterWith } from '../sign-in.server.ts'
import { refusedHere, refusedThere, SignIn } from './credentials.server.ts'
import { CredentialsForm } from './credentials-form.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { site, account } = messagesIn(context.locale)
  const next = await nextFrom(context, request)
  return data({ title: site.titled(account.signInTitle), next })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const email = String(form.get('email') ?? '')
  const parsed = SignIn.safeParse({ email, password: form.get('password') })
  if (!parsed.success) return refusedHere({ email }, parsed.error)
  const entered = await settleAll(context.api.auth.login(parsed.data))
  if (!entered.ok) return refusedThere({ email }, entered.problem)
  throw await enterWith(context, entered.value, form.get('next'), 'back')
}

export default function SignInPage() {
  const { next } = useLoaderData<typeof loader>()
  return <CredentialsForm kind="signIn" next={next} refused={useActionData<typeof action>()} />
}
