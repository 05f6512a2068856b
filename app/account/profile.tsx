import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/cloudflare'
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { LogOut } from 'lucide-react'
import { Button } from '../components/button.tsx'
import { LanguageChoice } from '../components/language-switch.tsx'
import { ThemeSwitch } from '../components/theme-switch.tsx'
import { usePath, useTexts } from '../components/use-locale.ts'
import { accountOf } from '../door.server.ts'
import { localePath } from '../locale.ts'
import { account as accountTexts } from '../messages/account.ts'
import { messagesIn } from '../messages/index.ts'
import { site as siteTexts } from '../messages/site.ts'
import { settle } from '../problem.server.ts'
import { leavePush } from '../pwa/leave-push.ts'
import { privatePage } from '../seo/page-meta.ts'
import { ForgetChat } from './forget-chat.tsx'
import { NameForm } from './name-form.tsx'
import { Identity, OrderLinks, PlaceLinks, ShopsOf } from './profile-parts.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  await accountOf(context, request)
  const { site, account } = messagesIn(context.locale)
  return data({ title: site.titled(account.profileTitle), user: await context.api.me.read() })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

/** The longest name that is taken, in characters as a person counts them. */
const LONGEST_NAME = 80

export async function action({ context, request }: ActionFunctionArgs) {
  await accountOf(context, request)
  const form = await request.formData()
  const { api, locale } = context
  if (form.get('act') === 'forget-chat') {
    const asked = await settle(api.chat.forget())
    if (asked.ok) throw redirect(localePath(locale, '/profile?done=chat'))
    const { code, status } = asked.problem
    return data({ act: 'chat' as const, problem: code }, { status })
  }
  const name = String(form.get('name') ?? '')
  const length = [...name.trim()].length
  if (length < 1 || length > LONGEST_NAME) {
    return data({ act: 'name' as const, name, problem: 'validation_failed' }, { status: 400 })
  }
  const renamed = await settle(api.me.rename(name))
  if (renamed.ok) throw redirect(localePath(locale, '/profile?done=name'))
  const { code, status } = renamed.problem
  return data({ act: 'name' as const, name, problem: code }, { status })
}

export default function ProfilePage() {
  const { user } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const account = useTexts(accountTexts)
  const site = useTexts(siteTexts)
  const path = usePath()
  const [params] = useSearchParams()
  return (
    <div className="page pt-4">
      <div className="with-side">
        <div className="stack gap-4">
          <Identity user={user} />
          <OrderLinks />
          <PlaceLinks />
          {user.shops.length === 0 ? null : <ShopsOf user={user} />}
        </div>
        <div className="stack gap-4">
          <NameForm
            key={user.name}
            name={user.name}
            renamed={params.get('done') === 'name'}
            refused={refused?.act === 'name' ? refused : undefined}
          />
          <ForgetChat
            asked={params.get('done') === 'chat'}
            problem={refused?.act === 'chat' ? refused.problem : null}
          />
          <section className="card p-4">
            <h2 className="mb-3">{account.settings}</h2>
            <div className="flex flex-wrap gap-3 text-accent">
              <LanguageChoice label={account.settings} />
              <ThemeSwitch />
            </div>
          </section>
          <Form
            method="post"
            action={path('/sign-out')}
            reloadDocument
            className="stack"
            onSubmit={leavePush}
          >
            <Button type="submit" kind="quiet" icon={LogOut}>
              {site.signOut}
            </Button>
          </Form>
        </div>
      </div>
    </div>
  )
}
