import type { LinksFunction } from '@remix-run/cloudflare'
import styles from '../styles/chat.css?url'

/** What a talk looks like: no other page needs it. */
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]
