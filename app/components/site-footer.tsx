import { account as accountTexts } from '../messages/account.ts'
import { browse as browseTexts } from '../messages/browse.ts'
import { site as siteTexts } from '../messages/site.ts'
import { LanguageChoice } from './language-switch.tsx'
import { Link } from './link.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import { useDoor } from './use-door.ts'
import { useTexts } from './use-locale.ts'
import { Wordmark } from './wordmark.tsx'

type FooterProps = { categories: { slug: string; name: string }[]; signedIn: boolean }

export function SiteFooter({ categories, signedIn }: FooterProps) {
  const site = useTexts(siteTexts)
  const browse = useTexts(browseTexts)
  const account = useTexts(accountTexts)
  const door = useDoor()
  const link = 'flex min-h-11 items-center text-brand-muted hover:text-brand-ink hover:underline'
  return (
    <footer className="site-footer mt-section bg-brand pt-8 text-brand-ink" data-surface="brand">
      <div className="page grid grid-cols-2 gap-7 lg:grid-cols-[1.5fr_1fr_1fr]">
        <div className="col-span-2 lg:col-span-1">
          <Wordmark label={site.name} className="mb-3 h-9 w-auto" />
          <p className="max-w-80 text-brand-muted">{site.tagline}</p>
        </div>
        <nav aria-labelledby="footer-shopping">
          <h2 id="footer-shopping" className="mb-1 text-base!">
            {site.shopping}
          </h2>
          <ul>
            <li>
              <Link to="/c/all" className={link}>
                {browse.everything}
              </Link>
            </li>
            {categories.slice(0, 4).map((category) => (
              <li key={category.slug}>
                <Link to={`/c/${category.slug}`} className={link}>
                  {category.name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <nav aria-labelledby="footer-account">
          <h2 id="footer-account" className="mb-1 text-base!">
            {site.account}
          </h2>
          <ul>
            <li>
              <Link to="/cart" className={link}>
                {site.basket}
              </Link>
            </li>
            <li>
              <Link to="/orders" className={link}>
                {site.myOrders}
              </Link>
            </li>
            <li>
              <Link to="/vouchers" className={link}>
                {site.myVouchers}
              </Link>
            </li>
            <li>
              <Link to={signedIn ? '/profile' : door('/sign-in')} className={link}>
                {signedIn ? account.profileTitle : site.signIn}
              </Link>
            </li>
          </ul>
        </nav>
      </div>
      <div className="page mt-6 flex flex-wrap gap-3">
        <LanguageChoice />
        <ThemeSwitch />
      </div>
    </footer>
  )
}
