import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirectDocument,
} from '@remix-run/cloudflare'
import {
  type ClientActionFunctionArgs,
  Form,
  isRouteErrorResponse,
  type ShouldRevalidateFunction,
  useActionData,
  useLoaderData,
  useLocation,
  useNavigation,
} from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { isEmail, wrongAddressFields } from '../components/address-rules.ts'
import { useTexts } from '../components/use-locale.ts'
import { keptIdempotencyKey, newIdempotencyKey } from '../idempotency.ts'
import { localePath } from '../locale.ts'
import { checkout as checkoutTexts } from '../messages/checkout.ts'
import { messagesIn } from '../messages/index.ts'
import { settle, settleAll } from '../problem.server.ts'
import { privatePage } from '../seo/page-meta.ts'
import { keepOrderToken, keepVoucherCodes } from '../session.server.ts'
import { cashSentence } from './cash-answer.ts'
import { readCheckout } from './checkout.server.ts'
import { AddressSection } from './checkout-address.tsx'
import { useDraft } from './checkout-draft.ts'
import { readCheckoutForm } from './checkout-form.server.ts'
import { PaymentSection } from './checkout-payment.tsx'
import { Problems } from './checkout-problems.tsx'
import {
  asFlashOver,
  cashRefused,
  type Refusal,
  refused,
  takeWhatIsLeft,
} from './checkout-refusal.server.ts'
import { LOST, lostReply } from './checkout-refused.ts'
import { ReviewSection } from './checkout-review.tsx'
import { ShippingSection } from './checkout-shipping.tsx'
import { CheckoutSummary } from './checkout-summary.tsx'
import { pricedBy, shippingShown } from './shipping-choice.ts'
import { useLostReply } from './use-lost-reply.ts'
import { useTold } from './use-told.ts'
import { codesAfter, whyRefused } from './voucher-choice.server.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const addressId = new URL(request.url).searchParams.get('address')
  const { site, checkout } = messagesIn(context.locale)
  return data({
    title: site.titled(checkout.title),
    key: newIdempotencyKey(),
    now: Date.now(),
    ...(await readCheckout(context, addressId)),
  })
}

// After a refusal the page stays as it is, unless what it costs is what changed.
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionResult,
  defaultShouldRevalidate,
}) => {
  if (actionResult?.code === LOST) return false
  const costsElse =
    typeof actionResult?.total === 'number' ||
    actionResult?.left?.length > 0 ||
    actionResult?.code === 'flash_over'
  return costsElse || defaultShouldRevalidate
}

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
  const priced = async (problem: Refusal) => {
    const told = await codesAfter(context, problem, pricedBy(read.typed))
    return {
      // Of an address that is kept the form says no province: the refusal knows.
      told: told === null ? null : { ...told, cash: cashRefused(problem) ?? told.cash },
      vouchers: whyRefused(problem, locale),
    }
  }
  if (read.body === null) {
    const incomplete = { status: 400, code: 'validation_failed' }
    return refused(read, key, incomplete, await priced(incomplete))
  }

  const placed = await settleAll(api.orders.place(read.body, key))
  if (!placed.ok) {
    const problem = await asFlashOver(api.cart, placed.problem, Number(form.get('flash')))
    const left = await takeWhatIsLeft(api.cart, problem)
    return refused(read, key, problem, { left, ...(await priced(problem)) })
  }
  const { orderGroup, payment, orderToken } = placed.value
  if (orderToken !== undefined) keepOrderToken(jar, orderGroup.id, orderToken)
  // The order stands whether or not its address could be kept for next time.
  if (read.saveAddress !== null)
    await settle(api.addresses.add(read.saveAddress, key)).catch(() => null)
  keepVoucherCodes(jar, [])
  const page = payment.provider === 'cod' ? '/order-groups/' : '/checkout/pay/'
  // A whole document, because the payment page allows the provider's script and this one does not.
  throw redirectDocument(localePath(locale, `${page}${orderGroup.id}`))
}

/** With no answer at all the page stays as it was filled in, and finds out with the same key. */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  const form = await request.clone().formData()
  try {
    return await serverAction<typeof action>()
  } catch (failure) {
    if (failure instanceof Response || isRouteErrorResponse(failure)) throw failure
    return lostReply(form)
  }
}

export default function CheckoutPage() {
  const loaded = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const checkout = useTexts(checkoutTexts)
  // Loaders run again after a refused try; the key must stay the one that was sent.
  const [firstKey] = useState(result?.key ?? loaded.key)
  const [chosen, setChosen] = useState<Record<string, string>>(result?.typed ?? {})
  const form = useRef<HTMLFormElement>(null)
  const lost = result?.code === LOST ? result : null
  const asking = useLostReply(lost, form)
  const busy = useNavigation().formMethod === 'POST' || asking
  const look = useCallback(() => {
    if (form.current !== null) setChosen(choicesIn(form.current))
  }, [])
  // With the chosen address, whose delivery choices are shown.
  const { pathname, search } = useLocation()
  const { cart, guest, addresses, addressId, shipping, now } = loaded
  const draft = useDraft(cart.id, chosen, busy)
  useEffect(() => {
    if (draft !== null) look()
  }, [draft, look])
  // A refusal knows better, also that no voucher is left; a reply that was lost knows nothing.
  const ofPage = result === undefined || lost !== null ? loaded.told : result.told
  const saved = addresses.find(({ id }) => id === (chosen.addressId ?? addressId))
  const province = saved?.province ?? chosen.province ?? ''
  const { told, pricing } = useTold(ofPage, shippingShown(cart, shipping, chosen), province)
  const noCash = told === null ? null : cashSentence(told.cash, cart, checkout)
  const typed = result?.typed ?? draft ?? {}
  const wrong = result?.wrong ?? []
  // A field that was mended is wrong no longer; the list on top stays as it was told.
  const notYet = wrongAddressFields((name) => (chosen[name] ?? '').trim())
  const still = wrong.filter(
    (field) => (chosen[field] ?? '') === (typed[field] ?? '') || notYet.includes(field),
  )

  return (
    <div className="page pt-4">
      <h1 className="mb-3">{checkout.title}</h1>
      <Form
        ref={form}
        method="post"
        action={pathname + search}
        noValidate
        className="with-side"
        onChange={look}
        onSubmit={(event) => {
          if (busy) event.preventDefault()
          else look()
        }}
      >
        <input type="hidden" name="key" value={result?.key ?? firstKey} />
        {/* What was left behind comes once the page is alive, and stands as if it had been sent. */}
        <div key={draft === null ? '' : 'draft'} className="stack gap-4">
          {result === undefined ? null : (
            <Problems refused={result} wrong={wrong} cart={cart} asking={asking} noCash={noCash} />
          )}
          <AddressSection
            guest={guest}
            addresses={addresses}
            addressId={typed.addressId ?? addressId}
            typed={typed}
            wrong={still}
            code={result?.code ?? ''}
            done={isAddressDone(chosen, guest, typed.addressId ?? addressId)}
            onFilled={look}
          />
          <ShippingSection
            cart={cart}
            shipping={shipping}
            typed={typed}
            wrong={wrong}
            chosen={chosen}
            now={now}
          />
          <PaymentSection typed={typed} wrong={wrong} chosen={chosen.payment} noCash={noCash} />
          <ReviewSection cart={cart} left={result?.left ?? []} />
        </div>
        <CheckoutSummary
          cart={cart}
          shipping={shipping}
          chosen={chosen}
          vouchers={told?.vouchers ?? []}
          pricing={pricing}
          busy={busy && (asking ? checkout.checking : checkout.placing)}
        />
      </Form>
    </div>
  )
}

/** A saved address that is chosen, or a new one whose every field can be right. */
function isAddressDone(
  chosen: Record<string, string>,
  guest: boolean,
  addressId: string | null,
): boolean {
  const text = (name: string) => (chosen[name] ?? '').trim()
  const saved = chosen.addressId ?? addressId
  if (!guest && saved !== null && saved !== 'new') return true
  return wrongAddressFields(text).length === 0 && (!guest || isEmail(text('email')))
}

function choicesIn(form: HTMLFormElement): Record<string, string> {
  const choices: Record<string, string> = {}
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') choices[name] = value
  }
  return choices
}
