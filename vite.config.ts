import { rmSync } from 'node:fs'
import { cloudflareDevProxyVitePlugin as devProxy, vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { createStorefront, type StorefrontEnv } from './app/load-context.ts'
import { oneLanguage } from './app/messages/plugin.ts'
import { progressive } from './app/pwa/plugin.ts'

declare module '@remix-run/cloudflare' {
  interface Future {
    v3_singleFetch: true
  }
}

// What app/worker.ts passes on to the API in production.
const api = `http://127.0.0.1:${process.env.TALAT_API_PORT ?? 8787}`

/**
 * Scripts of the browser in a few files: left alone, each icon and helper is one of its own, and two
 * dozen requests of a kilobyte stand before the first picture.
 */
function chunkOf(id: string): string | undefined {
  if (
    /node_modules\/(react|react-dom|scheduler|@remix-run|react-router|react-router-dom)\//.test(id)
  ) {
    return 'framework'
  }
  if (LATER_ICONS.test(id)) return 'icons-of-orders'
  if (DESK_ICONS.test(id)) return 'icons-of-desks'
  if (LIST_ICONS.test(id)) return 'lists'
  if (id.includes('node_modules/lucide-react/')) return 'icons'
  if (BASKET.test(id)) return 'basket'
  // Apart, since other pages speak of the basket too.
  if (id.endsWith('/app/messages/cart.ts')) return 'basket-texts'
  if (TICKETS.test(id)) return 'tickets'
  if (LISTS.test(id)) return 'lists'
  if (FLASH.test(id)) return 'flash'
  if (id.includes('vite/preload-helper')) return 'shared'
  return SHARED.test(id) ? 'shared' : undefined
}

// Drawn on baskets, orders and their way alone: whoever only looks around carries none of them.
const LATER_ICONS =
  /lucide-react\/.*\/icons\/(arrow-left|banknote|check|circle-x|clock|download|external-link|heart|package-check|package-x|qr-code|search|store|ticket|timer-off|trending-down|trending-up)\.m?js/

// Drawn where people talk, are told of something, or work: no page of goods carries any of them.
const DESK_ICONS =
  /lucide-react\/.*\/icons\/(activity|badge-percent|bell-off|check-check|ellipsis|ellipsis-vertical|eraser|flag|image-plus|log-out|mail|message-square-text|package-minus|paperclip|pencil|rotate-ccw|scale|send-horizontal|settings|shield-alert|smartphone|ticket-percent|unlink|users|webhook)\.m?js/

// Drawn on lists of goods alone, and packed with them.
const LIST_ICONS = /lucide-react\/.*\/icons\/(package-search|sliders-horizontal)\.m?js/

// The basket's page alone: in one piece it packs better.
const BASKET =
  /\/app\/(components\/(cart-(gone|group|line|quantity)|flash-line|voucher-box)|messages\/codes|storefront\/(basket-sender|cart-answer|cart-summary|optimistic-cart|use-basket|use-refusals))\.tsx?$/

// Vouchers to claim, on a shop's page and in the account.
const TICKETS = /\/app\/(components\/(tickets|voucher|voucher-card)|messages\/voucher)\.tsx?$/

// What a category and a shop have in common, and no other page has.
const LISTS =
  /\/app\/(listing\.ts|components\/(chosen-filters|filter-form|filter-panel|listing|use-found|use-pages))\b/

// What counts down to the end of a flash sale, on the home page and a product's.
const FLASH =
  /\/app\/(messages\/flash|components\/(flash-card|flash-clock|flash-price|use-clock))\b/

// What most public pages are made of; what only a checkout or an order needs stays apart.
const SHARED =
  /\/app\/(format|messages\/(site|browse|errors)|seo|locale|revalidation|storefront\/(basket-news|use-basket-news)|components\/(avatar|badge|breadcrumb|button|buy-bar|cart-counts|choice|dialog|empty-state|field|found-text|link|note|pager|picture|price|product-card|rating|route-error|site-footer|site-header|stall|stepper|sums|tab-bar|toast-store|toasts|use-ended|use-lightbox|use-locale|use-read-again|wordmark))\b/

export default defineConfig(({ command, isSsrBuild }) => {
  // Remix would empty all of build/, where other programs keep theirs; only these two are ours.
  if (command === 'build' && !isSsrBuild) {
    for (const folder of ['build/client', 'build/server']) {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return {
    publicDir: 'app/public',
    plugins: [
      // `npm run dev` only: the service bindings of Pages, reached from Node.
      command === 'serve' &&
        devProxy<StorefrontEnv, never>({
          configPath: './app/wrangler.toml',
          persist: false,
          // Without the market's own name: on this machine a page is where it was asked for.
          getLoadContext: ({ request, context: { cloudflare } }) =>
            createStorefront(request, {
              API: cloudflare.env.API,
              SESSION: cloudflare.env.SESSION,
              ENVIRONMENT: 'development',
            }),
        }),
      remix({
        appDirectory: 'app',
        buildDirectory: 'build',
        future: {
          v3_fetcherPersist: true,
          v3_relativeSplatPath: true,
          v3_throwAbortReason: true,
          v3_singleFetch: true,
          v3_lazyRouteDiscovery: true,
          v3_routeConfig: true,
        },
      }),
      tailwindcss(),
      oneLanguage(),
      progressive(),
    ],
    server: { proxy: { '/api': { target: api, ws: true }, '/media': { target: api } } },
    // One bundle for workerd: packages answer as they would to a Worker, and React is its fast
    // production build here, whatever bundles it later.
    ssr:
      command === 'build'
        ? {
            target: 'webworker',
            noExternal: true,
            resolve: { conditions: ['workerd', 'worker', 'browser'] },
          }
        : {},
    build: {
      target: 'es2022',
      assetsInlineLimit: 1024,
      emptyOutDir: false,
      rollupOptions: isSsrBuild ? {} : { output: { manualChunks: chunkOf } },
    },
  }
})
