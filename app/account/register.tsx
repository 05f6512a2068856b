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
import { Register, refusedHere, refusedThere } from './credentials.server.ts'
import { CredentialsForm } from './credentials-form.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { site, account } = messagesIn(context.locale)
  const next = await nextFrom(context, request)
  return data({ title: site.titled(account.registerTitle), next })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const typed = { name: String(form.get('name') ?? ''), email: String(form.get('email') ?? '') }
  const parsed = Register.safeParse({ ...typed, password: form.get('password') })
  if (!parsed.success) return refusedHere(typed, parsed.error)
  const entered = await settleAll(context.api.auth.register(parsed.data))
  if (!entered.ok) return refusedThere(typed, entered.problem)
  throw await enterWith(context, entered.value, form.get('next'), 'new')
}

export default function RegisterPage() {
  const { next } = useLoaderData<typeof loader>()
  return <CredentialsForm kind="register" next={next} refused={useActionData<typeof action>()} />
}
