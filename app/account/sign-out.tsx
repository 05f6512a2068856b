import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/cloudflare'
import { Form } from '@remix-run/react'
import { Button } from '../components/button.tsx'
import { useTexts } from '../components/use-locale.ts'
import { localePath } from '../locale.ts'
import { account as accountTexts } from '../messages/account.ts'
import { messagesIn } from '../messages/index.ts'
import { site as siteTexts } from '../messages/site.ts'
import { leavePush } from '../pwa/leave-push.ts'
import { privatePage } from '../seo/page-meta.ts'
import { AccountCard } from './account-card.tsx'

export async function loader({ context }: LoaderFunctionArgs) {
  const { site, account } = messagesIn(context.locale)
  return data({ title: site.titled(account.signOutTitle) })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

export async function action({ context }: ActionFunctionArgs) {
  await context.api.auth.logout()
  context.session.become(null)
  throw redirect(localePath(context.locale, '/'))
}

export default function SignOutPage() {
  const account = useTexts(accountTexts)
  const site = useTexts(siteTexts)
  return (
    <AccountCard title={account.signOutTitle}>
      <p>{account.signOutText}</p>
      <Form method="post" reloadDocument onSubmit={leavePush}>
        <Button type="submit">{site.signOut}</Button>
      </Form>
    </AccountCard>
  )
}
