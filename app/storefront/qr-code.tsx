import { Download, ExternalLink, Radio } from 'lucide-react'
import { Price } from '../components/price.tsx'
import { useTexts } from '../components/use-locale.ts'
import { fullMoney } from '../format/money.ts'
import { pay as payTexts } from '../messages/pay.ts'
import { site as siteTexts } from '../messages/site.ts'
import type { NextAction } from '../shapes.ts'

type QrCodeProps = { action: Extract<NextAction, { type: 'promptpay_qr' }>; totalSatang: number }

/** Black on white in every theme: a bank's camera has to read it. */
export function QrCode({ action, totalSatang }: QrCodeProps) {
  const pay = useTexts(payTexts)
  const site = useTexts(siteTexts)
  return (
    <>
      <div className="mx-auto w-full max-w-80 overflow-hidden rounded-lg bg-white shadow-[inset_0_0_0_1px_var(--color-line)]">
        <p className="bg-promptpay py-2 text-center font-display font-semibold text-white">
          {pay.promptpay}
        </p>
        <img
          src={action.qrImageUrl}
          alt={pay.qrAlt(fullMoney(totalSatang))}
          width={320}
          height={320}
          className="block aspect-square w-full p-5"
        />
      </div>
      <div className="text-center">
        <Price satang={totalSatang} size="x" full />
        <p className="text-muted">{pay.payee}</p>
      </div>
      <p className="grid grid-cols-2 gap-2 sm:mx-auto sm:w-full sm:max-w-100">
        <a
          href={action.qrImageUrl}
          download
          target="_blank"
          rel="noreferrer"
          className="button line"
        >
          <Download size={20} strokeWidth={1.9} aria-hidden="true" />
          {pay.saveQr}
          <span className="sr-only">{site.newTab}</span>
        </a>
        <a href={action.instructionsUrl} target="_blank" rel="noreferrer" className="button quiet">
          <ExternalLink size={20} strokeWidth={1.9} aria-hidden="true" />
          {pay.instructions}
          <span className="sr-only">{site.newTab}</span>
        </a>
      </p>
      <div className="note ok">
        <Radio size={20} strokeWidth={1.9} aria-hidden="true" />
        <p>
          <strong className="font-semibold">{pay.reassure}</strong> {pay.reassureRest}
        </p>
      </div>
    </>
  )
}
