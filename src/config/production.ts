type Given = Record<
  | 'PUBLIC_ORIGIN'
  | 'SESSION_KEY'
  | 'TOKEN_KEY'
  | 'STRIPE_SECRET_KEY'
  | 'STRIPE_PUBLISHABLE_KEY'
  | 'STRIPE_JS_URL'
  | 'EMAIL_PROVIDER'
  | 'EMAIL_FROM',
  string
> & {
  ALLOWED_ORIGINS: readonly string[]
  PASSWORD_COST: number
  STRIPE_WEBHOOK_SECRETS: readonly string[]
  STRIPE_API_BASE?: string | undefined
  RESEND_API_KEY?: string | undefined
  LINE_LOGIN_BASE?: string | undefined
  VAPID_KEY?: object | undefined
  VAPID_SUBJECT?: string | undefined
}

type Fault = { name: keyof Given; because: string }

/** What `.dev.vars.example` and `npm start` write, so that neither is taken for a secret of our own. */
const EXAMPLE_KEY = 'replace-with-32-random-bytes-as-base64url'
const DEVELOPMENT = /^dev-/
const STRIPE_JS = 'https://js.stripe.com'
const PASSWORD_COST = 14

/**
 * Everything in a configuration that has no place where people pay: the simulator, this machine,
 * unencrypted origins, keys that anybody can read in the repository, cheap passwords.
 */
export function faultsInProduction(given: Given): Fault[] {
  const faults: Fault[] = []
  const refuse = (name: Fault['name'], wrong: boolean, because: string) => {
    if (wrong) faults.push({ name, because })
  }
  refuse('PUBLIC_ORIGIN', !isPublic(given.PUBLIC_ORIGIN), 'must be a public https origin')
  const others = given.ALLOWED_ORIGINS
  refuse('ALLOWED_ORIGINS', !others.every(isPublic), 'must be public https origins')
  refuse('SESSION_KEY', /"kid"\s*:\s*"(dev-|example|test)/.test(given.SESSION_KEY), DEVELOPS)
  refuse('TOKEN_KEY', !isRandom(given.TOKEN_KEY), DEVELOPS)
  refuse('PASSWORD_COST', given.PASSWORD_COST < PASSWORD_COST, `must be at least ${PASSWORD_COST}`)
  refuse('STRIPE_SECRET_KEY', isSimulated(given.STRIPE_SECRET_KEY), SIMULATES)
  refuse('STRIPE_PUBLISHABLE_KEY', isSimulated(given.STRIPE_PUBLISHABLE_KEY), SIMULATES)
  const signing = given.STRIPE_WEBHOOK_SECRETS
  refuse('STRIPE_WEBHOOK_SECRETS', signing.some(isSimulated), SIMULATES)
  refuse('STRIPE_API_BASE', given.STRIPE_API_BASE !== undefined, 'is for the simulator: unset it')
  const script = new URL(given.STRIPE_JS_URL).origin
  refuse('STRIPE_JS_URL', script !== STRIPE_JS, `must come from ${STRIPE_JS}`)
  const { EMAIL_PROVIDER: email, RESEND_API_KEY: resend } = given
  refuse('EMAIL_PROVIDER', email === 'local', 'must be cloudflare or resend: buyers get letters')
  refuse('EMAIL_FROM', /@(?:talat\.example|localhost)\b/.test(given.EMAIL_FROM), 'is the example’s')
  refuse('RESEND_API_KEY', email === 'resend' && resend === undefined, 'is what resend asks for')
  refuse('LINE_LOGIN_BASE', given.LINE_LOGIN_BASE !== undefined, 'is for the simulator: unset it')
  const lacksSubject = given.VAPID_KEY !== undefined && given.VAPID_SUBJECT === undefined
  refuse('VAPID_SUBJECT', lacksSubject, 'is what push services ask for beside VAPID_KEY')
  return faults
}

const DEVELOPS = 'is a key of development: make one of your own'
const SIMULATES = 'is the simulator’s'

const isSimulated = (key: string): boolean => /^(?:[sp]k|rk|whsec)_sim/.test(key)

// Base64url of 32 bytes or more; random ones have some thirty different letters among their 43.
const isRandom = (key: string): boolean =>
  /^[\w-]{43,}$/.test(key) &&
  !DEVELOPMENT.test(key) &&
  !key.includes(EXAMPLE_KEY) &&
  new Set(key).size >= 16

/** `https://` and a host that the world can reach, as a browser writes an origin: nothing after it. */
function isPublic(origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const { protocol, hostname, origin: serialised } = new URL(origin)
  const here = /^(?:localhost|.*\.localhost|127\.[\d.]+|0\.0\.0\.0|\[::1?\]|\[::ffff:7f.*\])$/
  return protocol === 'https:' && origin === serialised && !here.test(hostname)
}
