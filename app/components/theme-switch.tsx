import { useFetcher, useLocation, useRouteLoaderData } from '@remix-run/react'
import { Monitor, Moon, Sun } from 'lucide-react'
import { site as siteTexts } from '../messages/site.ts'
import { isTheme, THEMES, type Theme } from '../theme.ts'
import { usePath, useTexts } from './use-locale.ts'

const ICONS = { system: Monitor, light: Sun, dark: Moon }

/** The theme of the page as it is, or as it will be once a choice that was just made has arrived. */
export function useTheme(): Theme {
  const loaded = useRouteLoaderData<{ theme: Theme }>('root')
  const choosing = useFetcher({ key: 'theme' }).formData?.get('theme')
  return isTheme(choosing) ? choosing : (loaded?.theme ?? 'system')
}

/** Three submit buttons: kept in a cookie by the server, so that no page is drawn in the wrong light first. */
export function ThemeSwitch() {
  const site = useTexts(siteTexts)
  const path = usePath()
  const { pathname, search } = useLocation()
  const fetcher = useFetcher({ key: 'theme' })
  const current = useTheme()
  return (
    <fetcher.Form method="post" action={path('/theme')} preventScrollReset>
      <input type="hidden" name="next" value={pathname + search} />
      <fieldset className="segments" aria-label={site.theme}>
        {THEMES.map((theme) => {
          const Icon = ICONS[theme]
          return (
            <button
              key={theme}
              type="submit"
              name="theme"
              value={theme}
              aria-pressed={theme === current}
              className="segment"
            >
              <Icon size={18} strokeWidth={1.9} aria-hidden="true" />
              {site.themes[theme]}
            </button>
          )
        })}
      </fieldset>
    </fetcher.Form>
  )
}
