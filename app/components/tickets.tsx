import { Form } from '@remix-run/react'
import { voucher as voucherTexts } from '../messages/voucher.ts'
import type { Voucher } from '../shapes.ts'
import { Button } from './button.tsx'
import { usePath, useTexts } from './use-locale.ts'
import { VoucherCard } from './voucher-card.tsx'

type TicketsProps = {
  vouchers: readonly Voucher[]
  /** When the page was made, in ms. */
  now: number
  /** What to say where there are none. */
  none: string
}

/** Vouchers as tickets, each with the way to claim it. */
export function Tickets({ vouchers, now, none }: TicketsProps) {
  const texts = useTexts(voucherTexts)
  const path = usePath()
  if (vouchers.length === 0) return <p className="text-muted">{none}</p>
  return (
    <ul className="stack gap-3 lg:grid-cols-2 lg:gap-4">
      {vouchers.map((voucher) => (
        <li key={voucher.id}>
          <VoucherCard
            voucher={voucher}
            now={now}
            action={
              // The address names it, for whoever has to sign in first and comes back by a link.
              <Form method="post" action={path(`/vouchers?claim=${voucher.code}`)}>
                <input type="hidden" name="code" value={voucher.code} />
                <Button
                  type="submit"
                  kind="line"
                  size="sm"
                  aria-label={`${texts.claim} ${voucher.title}`}
                >
                  {texts.claim}
                </Button>
              </Form>
            }
          />
        </li>
      ))}
    </ul>
  )
}
