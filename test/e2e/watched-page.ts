import type { BrowserContext, Page } from 'playwright-core'

declare global {
  interface Window {
    __xss(what: string): void
    __violation(what: string): void
  }
}

export type Watch = {
  /** What ran that should not have: calls of `__xss`, and dialogs. */
  ran(): string[]
  /** What the content security policy had to stop. */
  stopped(): string[]
  /** What the console called an error. */
  errors(): string[]
}

/** Watches every page of a context for scripts of strangers, for violations and for errors. */
export async function watched(context: BrowserContext): Promise<Watch> {
  const ran: string[] = []
  const stopped: string[] = []
  const errors: string[] = []
  await context.exposeBinding('__xss', ({ page }, what: string) => {
    ran.push(`${what} on ${page.url()}`)
  })
  await context.exposeBinding('__violation', (_, what: string) => {
    stopped.push(what)
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI, sourceFile, lineNumber, sample } = event
      const where = `${sourceFile}:${lineNumber} ${sample}`
      window.__violation(`${location.pathname}: ${violatedDirective} ${blockedURI} ${where}`)
    })
  })
  const watchPage = (page: Page) => {
    page.on('dialog', (dialog) => {
      ran.push(`${dialog.type()} ${dialog.message()} on ${page.url()}`)
      void dialog.dismiss()
    })
    page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(`${page.url()}: ${message.text()}`)
    })
  }
  context.pages().forEach(watchPage)
  context.on('page', watchPage)
  return { ran: () => ran, stopped: () => stopped, errors: () => errors }
}
