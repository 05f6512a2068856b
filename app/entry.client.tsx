import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { registerServiceWorker } from './pwa/register.ts'
import { guardSinks } from './trusted-types.ts'

guardSinks()

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  )
})

registerServiceWorker()
