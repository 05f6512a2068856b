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
  const name = String((await request.formData()).get('name') ?? '')
  const length = [...name.trim()].length
  if (length < 1 || length > LONGEST_NAME) {
    return data({ name, problem: 'validation_failed' }, { status: 400 })
  }
  const renamed = await settle(context.api.me.rename(name))
  if (renamed.ok) throw redirect(localePath(context.locale, '/profile?done=name'))
  return data({ name, problem: renamed.problem.code }, { status: renamed.problem.status })
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
            refused={refused}
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
