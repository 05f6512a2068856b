import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/cloudflare'
import { LanguageChoice } from '../components/language-switch.tsx'
import { SiteFooter } from '../components/site-footer.tsx'
import { SiteHeader } from '../components/site-header.tsx'
import { TabBar } from '../components/tab-bar.tsx'
import { ThemeSwitch } from '../components/theme-switch.tsx'
import { Toasts } from '../components/toasts.tsx'
import { useLocale, useTexts } from '../components/use-locale.ts'
import { browse as browseTexts } from '../messages/browse.ts'
import { samplesIn } from './samples.ts'
import { Section } from './specimen.tsx'
import { Chat } from './ui-chat.tsx'
import { Controls } from './ui-controls.tsx'
import { Feedback } from './ui-feedback.tsx'
import { Goods } from './ui-goods.tsx'
import { Orders } from './ui-orders.tsx'

export { links } from '../chat/links.ts'

/** For whoever builds the pages, never for whoever shops: in production there is nothing here. */
export function loader({ context }: LoaderFunctionArgs) {
  if (!context.development) throw new Response(null, { status: 404 })
  return data(null)
}

export const meta: MetaFunction<typeof loader> = () => [
  { title: 'Components · Talat' },
  { name: 'robots', content: 'noindex' },
]

/** Every component in every state; the switches on top turn the language and the light. */
export default function Gallery() {
  const samples = samplesIn(useLocale())
  const browse = useTexts(browseTexts)
  const categories = [
    { slug: 'food', name: samples.say('ของกิน', 'Food') },
    { slug: 'craft', name: samples.say('งานคราฟต์', 'Craft') },
  ]
  return (
    <div className="min-h-screen">
      <main id="content" className="page pt-4">
        <h1 lang="en">Components</h1>
        <div className="mt-2 flex flex-wrap gap-3">
          <LanguageChoice />
          <ThemeSwitch />
        </div>
        <Controls samples={samples} />
        <Goods samples={samples} />
        <Orders samples={samples} />
        <Chat samples={samples} />
        <Feedback samples={samples} />
        <Section id="frame" title="Header: a guest, somebody signed in">
          <SiteHeader userName={null} cartCount={0} categories={categories} />
          <SiteHeader
            userName={samples.address.recipient}
            cartCount={120}
            unreadRooms={2}
            unread={100}
            categories={[...categories, { slug: 'all', name: browse.everything }]}
          />
        </Section>
      </main>
      <SiteFooter categories={categories} signedIn={false} />
      <TabBar cartCount={3} />
      <Toasts />
    </div>
  )
}
