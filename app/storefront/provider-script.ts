/** The little of the provider's script that we use; the simulator serves the same. */
export type ProviderElements = {
  create(kind: 'payment'): { mount(target: HTMLElement): void; destroy?(): void }
  /** Changes what was given when they were opened; what was typed stays. */
  update(options: { appearance: Appearance }): void
}
/** How the provider's fields look in our page: its own theme, our colours. */
export type Appearance = {
  theme: 'stripe' | 'night'
  variables: Record<string, string>
}
export type Provider = {
  elements(options: {
    clientSecret: string
    locale: 'th' | 'en'
    appearance: Appearance
  }): ProviderElements
  confirmPayment(options: {
    elements: ProviderElements
    confirmParams: { return_url: string }
    redirect: 'if_required'
  }): Promise<{ error?: { message?: string }; paymentIntent?: { status: string } }>
}
type WithProvider = { Stripe?: (publishableKey: string) => Provider }

const loading = new Map<string, Promise<void>>()

/** Loads the provider's script once a page. It has to come from its own address: card data is theirs. */
export async function loadProvider(scriptUrl: string, publishableKey: string): Promise<Provider> {
  const known = loading.get(scriptUrl) ?? insert(scriptUrl)
  loading.set(scriptUrl, known)
  try {
    await known
  } catch (error) {
    loading.delete(scriptUrl)
    throw error
  }
  const { Stripe } = window as unknown as WithProvider
  if (Stripe === undefined) throw new Error('the provider script defined nothing')
  return Stripe(publishableKey)
}

function insert(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = url
    script.async = true
    script.onload = () => resolve()
    script.onerror = () => {
      script.remove()
      reject(new Error('the provider script did not load'))
    }
    document.head.appendChild(script)
  })
}
