import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirectDocument,
} from '@remix-run/cloudflare'
import {
  Form,
  type ShouldRevalidateFunction,
  useActionData,
  useLoaderData,
  useLocation,
  useNavigation,
} from '@remix-run/react'
import { useState } from 'react'
import { useMessages } from '../components/use-locale.ts'
import { keptIdempotencyKey, newIdempotencyKey } from '../idempotency.ts'
import { localePath } from '../locale.ts'
import { messagesIn } from '../messages/index.ts'
import { type Problem, settle } from '../problem.server.ts'
import { privatePage } from '../seo/page-meta.ts'
import { keepOrderToken } from '../session.server.ts'
import { readCheckout } from './checkout.server.ts'
import { AddressSection } from './checkout-address.tsx'
import { type CheckoutForm, fieldOf, readCheckoutForm } from './checkout-form.server.ts'
import { PaymentSection } from './checkout-payment.tsx'
import { Problems, type Refused } from './checkout-problems.tsx'
import { ReviewSection } from './checkout-review.tsx'
import { ShippingSection } from './checkout-shipping.tsx'
import { CheckoutSummary } from './checkout-summary.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const addressId = new URL(request.url).searchParams.get('address')
  const { site, checkout } = messagesIn(context.locale)
  return data({
    title: site.titled(checkout.title),
    key: newIdempotencyKey(),
    ...(await readCheckout(context, addressId)),
  })
}

// After a refusal the page stays as it is, unless what it costs is what changed.
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionResult,
  defaultShouldRevalidate,
}) => typeof actionResult?.total === 'number' || defaultShouldRevalidate

export const meta: MetaFunction<typeof loader> = (args) => privatePage(args, args.data)

export async function action({ context, request }: ActionFunctionArgs) {
  const { api, jar, locale, session } = context
  const form = await request.formData()
  const key = keptIdempotencyKey(form.get('key'))
  const guest = (await session.read()) === null
  // The page was made for an account that has been signed out since: a guest's page asks for e-mail.
  if (guest && !form.has('email')) {
    const next = encodeURIComponent(localePath(locale, '/checkout'))
    throw redirectDocument(localePath(locale, `/sign-in?next=${next}`))
  }
  const shopIds = form.getAll('shop').map(String)
  const read = readCheckoutForm(form, shopIds, guest)
  if (read.body === null) return refused(read, key, { status: 400, code: 'validation_failed' })

  const placed = await settle(api.orders.place(read.body, key))
  if (!placed.ok) return refused(read, key, placed.problem)
  const { orderGroup, payment, orderToken } = placed.value
  if (orderToken !== undefined) keepOrderToken(jar, orderGroup.id, orderToken)
  // The order stands whether or not its address could be kept for next time.
  if (read.saveAddress !== null) await settle(api.addresses.add(read.saveAddress)).catch(() => null)
  const page = payment.provider === 'cod' ? '/order-groups/' : '/checkout/pay/'
  // A whole document, because the payment page allows the provider's script and this one does not.
  throw redirectDocument(localePath(locale, `${page}${orderGroup.id}`))
}

function refused(
  { typed, wrong }: CheckoutForm,
  key: string,
  problem: Pick<Problem, 'status' | 'code' | 'errors'> & Record<string, unknown>,
) {
  const fields = problem.errors?.map(({ path }) => fieldOf(path)) ?? []
  const unknown = problem.code === 'address_unknown' ? ['postcode'] : []
  // A key that belongs to another order must not be offered again.
  const nextKey = problem.code === 'idempotency_key_reused' ? newIdempotencyKey() : key
  return data(
    {
      typed,
      key: nextKey,
      wrong: [...new Set([...wrong, ...fields, ...unknown])],
      ...tellingOf(problem),
    },
    { status: problem.status },
  )
}

/** What else a refusal says: what is left of a thing, how much of it one may order, the new total. */
function tellingOf({
  code,
  items,
  ...problem
}: Record<string, unknown> & { code: string }): Refused {
  const amount = (value: unknown) => (typeof value === 'number' ? value : null)
  const listed = Array.isArray(items) ? (items as Record<string, unknown>[]) : []
  return {
    code,
    reason: typeof problem.reason === 'string' ? problem.reason : null,
    total: amount(problem.totalSatang),
    maximum: amount(problem.maximumSatang),
    items: listed.map(({ variantId, available, limit }) => ({
      variantId: String(variantId),
      available: amount(available),
      limit: amount(limit),
    })),
  }
}

export default function CheckoutPage() {
  const loaded = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { checkout } = useMessages()
  // Loaders run again after a refused try; the key must stay the one that was sent.
  const [firstKey] = useState(result?.key ?? loaded.key)
  const [chosen, setChosen] = useState<Record<string, string>>(result?.typed ?? {})
  const busy = useNavigation().formMethod === 'POST'
  // With the chosen address, whose delivery choices are shown.
  const { pathname, search } = useLocation()
  const { cart, guest, addresses, addressId, shipping, cashless } = loaded
  const typed = result?.typed ?? {}
  const wrong = result?.wrong ?? []

  return (
    <div className="page pt-4">
      <h1 className="mb-3">{checkout.title}</h1>
      <Form
        method="post"
        action={pathname + search}
        noValidate
        className="with-side"
        onChange={(event) => setChosen(choicesIn(event.currentTarget))}
        onSubmit={(event) => {
          if (busy) event.preventDefault()
        }}
      >
        <input type="hidden" name="key" value={result?.key ?? firstKey} />
        <div className="stack gap-4">
          {result === undefined ? null : <Problems refused={result} wrong={wrong} cart={cart} />}
          <AddressSection
            guest={guest}
            addresses={addresses}
            addressId={typed.addressId ?? addressId}
            typed={typed}
            wrong={wrong}
            code={result?.code ?? ''}
          />
          <ShippingSection cart={cart} shipping={shipping} typed={typed} wrong={wrong} />
          <PaymentSection typed={typed} wrong={wrong} cashless={cashless} />
          <ReviewSection cart={cart} />
        </div>
        <CheckoutSummary cart={cart} shipping={shipping} chosen={chosen} busy={busy} />
      </Form>
    </div>
  )
}

function choicesIn(form: HTMLFormElement): Record<string, string> {
  const choices: Record<string, string> = {}
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') choices[name] = value
  }
  return choices
}
