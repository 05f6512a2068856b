import { type ActionFunctionArgs, redirect } from '@remix-run/cloudflare'
import { goNext } from '../next.server.ts'
import { keepTheme } from '../theme.server.ts'
import { isTheme } from '../theme.ts'

/** Nothing to see here: the choice is made in the footer of every page. */
export const loader = () => redirect('/')

/** Keeps light, dark or the system's choice, and goes back to where it was made. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const theme = form.get('theme')
  if (isTheme(theme)) keepTheme(context.jar, theme)
  return goNext(context.locale, form.get('next'))
}
