import type { Locale } from '../locale.ts'
import { offline } from '../messages/offline.ts'
import { site } from '../messages/site.ts'

/** A whole page without scripts: it stands in for any address, and pressing the link asks for that again. */
export function offlinePage(locale: Locale, stylesheet: string): string {
  const { title, text, again } = offline[locale]
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" content="#0b4a30">
<meta name="robots" content="noindex">
<title>${site[locale].titled(title)}</title>
<link rel="stylesheet" href="${stylesheet}">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
</head>
<body>
<main class="page py-10">
<div class="card mx-auto max-w-form overflow-hidden">
<div class="awning-brand" aria-hidden="true"></div>
<div class="grid justify-items-start gap-3 p-5 lg:p-6">
<h1>${title}</h1>
<p class="text-balance text-base">${text}</p>
<p class="pt-2"><a href="" class="button">${again}</a></p>
</div>
</div>
</main>
</body>
</html>
`
}
