/** The one policy that our pages may make; the content security policy names it. */
export const POLICY = 'default'

type Policies = {
  createPolicy(
    name: string,
    rules: {
      createHTML(text: string): string | null
      createScriptURL(url: string): string | null
    },
  ): unknown
}

// How React makes a script element before it says what the script is.
const EMPTY_SCRIPT = '<script></script>'

/** Text without a tag is all that may become markup; answers null, which the browser refuses. */
export const allowedHtml = (text: string): string | null =>
  text === EMPTY_SCRIPT || !text.includes('<') ? text : null

/** Scripts and service workers come from our own address. */
export const allowedScriptUrl = (url: string, base: string): string | null =>
  URL.canParse(url, base) && new URL(url, base).origin === new URL(base).origin ? url : null

/**
 * Says what the document takes where it would otherwise run whatever text it is given: nothing that
 * runs. Call it before anything else; browsers without Trusted Types go by the rest of the policy.
 */
export function guardSinks(): void {
  const { trustedTypes } = window as { trustedTypes?: Policies }
  trustedTypes?.createPolicy(POLICY, {
    createHTML: allowedHtml,
    createScriptURL: (url) => allowedScriptUrl(url, document.baseURI),
  })
}
