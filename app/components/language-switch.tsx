import { useLocation } from '@remix-run/react'
import { localePath } from '../locale.ts'
import { site as siteTexts } from '../messages/site.ts'
import { useLocale, useTexts } from './use-locale.ts'

/** A plain link, so that the whole document comes in the other language. */
export function LanguageSwitch() {
  const site = useTexts(siteTexts)
  const other = useLocale() === 'th' ? 'en' : 'th'
  const { pathname, search } = useLocation()
  return (
    <a
      href={localePath(other, pathname) + search}
      hrefLang={other}
      lang={other}
      className="inline-flex min-h-11 min-w-11 flex-none items-center justify-end gap-1 rounded-sm px-1 font-display font-medium text-sm hover:text-forward"
    >
      {site.otherLanguage}
    </a>
  )
}

const LANGUAGES = { th: 'ไทย', en: 'English' } as const

/** Both languages by their own names; the page's own is marked. `label` where a page has it twice. */
export function LanguageChoice({ label }: { label?: string }) {
  const site = useTexts(siteTexts)
  const locale = useLocale()
  const { pathname, search } = useLocation()
  return (
    <nav aria-label={label ?? site.language} className="segments">
      {(['th', 'en'] as const).map((language) => (
        <a
          key={language}
          href={localePath(language, pathname) + search}
          hrefLang={language}
          lang={language}
          aria-current={language === locale ? 'true' : undefined}
          className="segment"
        >
          {LANGUAGES[language]}
        </a>
      ))}
    </nav>
  )
}
