import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/cloudflare'
import { Form, useActionData, useNavigation, useSubmit } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { Button } from '../components/button.tsx'
import { TextField } from '../components/field.tsx'
import { useTexts } from '../components/use-locale.ts'
import { localePath } from '../locale.ts'
import { messagesIn } from '../messages/index.ts'
import { notifications as notificationsTexts } from '../messages/notifications.ts'
import { settle } from '../problem.server.ts'
import { privatePage } from '../seo/page-meta.ts'
import { isSecret, keepOrderToken } from '../session.server.ts'
import { AccountCard } from './account-card.tsx'

export function loader({ context }: LoaderFunctionArgs) {
  const { site, notifications } = messagesIn(context.locale)
  return data({ title: site.titled(notifications.open.title) })
}

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

/** Lets whoever has the letter see the order: the token is tried, then kept in a cookie. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const { api, jar, locale } = context
  const id = params.id ?? ''
  const token = String((await request.formData()).get('token') ?? '').trim()
  const found = isSecret(token) ? await settle(api.orders.openGroup(id, token)) : null
  if (found?.ok !== true) return data({ wrong: true }, { status: 400 })
  keepOrderToken(jar, id, token)
  throw redirect(localePath(locale, `/order-groups/${id}`))
}

/** The token follows `#`, so that it reaches no server's log; without scripts it is copied by hand. */
export default function OpenOrderPage() {
  const { open } = useTexts(notificationsTexts)
  const result = useActionData<typeof action>()
  const busy = useNavigation().state !== 'idle'
  const submit = useSubmit()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const token = location.hash.slice(1)
    const field = form.current?.elements.namedItem('token')
    if (token === '' || !(field instanceof HTMLInputElement)) return
    // Out of the address at once: it is in nobody's history, and a reload does not send it again.
    history.replaceState(history.state, '', location.pathname)
    field.value = token
    submit(form.current, { replace: true })
  }, [submit])
  return (
    <AccountCard title={open.title}>
      <p>{open.text}</p>
      <Form ref={form} method="post" className="stack gap-4" replace>
        <TextField
          id="token"
          name="token"
          label={open.code}
          help={open.codeHelp}
          error={result?.wrong === true ? open.wrong : undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          required
        />
        <Button type="submit" busy={busy && open.opening}>
          {open.button}
        </Button>
      </Form>
    </AccountCard>
  )
}
