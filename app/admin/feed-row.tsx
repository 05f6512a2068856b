import { Form } from '@remix-run/react'
import { Banknote, Flag, Mail, Scale, Webhook } from 'lucide-react'
import { Badge, type BadgeKind } from '../components/badge.tsx'
import { Button } from '../components/button.tsx'
import { useLocale, useTexts } from '../components/use-locale.ts'
import { formatDateTime } from '../format/date.ts'
import { fullMoney } from '../format/money.ts'
import { operating as operatingTexts } from '../messages/operating.ts'
import type { OperatorNews } from '../shapes.ts'

const SIGNS = {
  order: Banknote,
  webhook: Webhook,
  break: Scale,
  dead_letter: Mail,
  report: Flag,
} satisfies Record<OperatorNews['topic'], unknown>

const KINDS: Record<OperatorNews['topic'], BadgeKind> = {
  order: 'ok',
  webhook: 'warn',
  break: 'bad',
  dead_letter: 'bad',
  report: 'info',
}

/** One thing that happened: what, to what, of how much and when. */
export function FeedRow({ news }: { news: OperatorNews }) {
  const texts = useTexts(operatingTexts)
  const locale = useLocale()
  const { topic, event, label, subject, amountSatang, at } = news
  const happened: Record<string, string> = texts.happened
  return (
    <article className="card flex flex-wrap items-center gap-x-4 gap-y-2 p-3">
      <div className="flex-none sm:w-36">
        <Badge kind={KINDS[topic]} icon={SIGNS[topic]}>
          {texts.topic[topic]}
        </Badge>
      </div>
      <div className="min-w-0 flex-1 basis-60">
        <h2 className="text-sm!">
          <span className="break-words">{label}</span>
          <span className="font-normal text-muted"> · {happened[event] ?? event}</span>
        </h2>
        <p className="break-all text-muted text-xs">{subject}</p>
      </div>
      {amountSatang === null ? null : (
        <p className="font-display font-semibold tabular-nums">{fullMoney(amountSatang)}</p>
      )}
      <time dateTime={at} className="text-muted text-xs tabular-nums">
        {formatDateTime(at, locale)}
      </time>
      {topic === 'dead_letter' ? (
        <Form method="post" replace preventScrollReset>
          <input type="hidden" name="replay" value={subject} />
          <Button kind="line" type="submit" aria-label={texts.replayNamed(subject)}>
            {texts.replay}
          </Button>
        </Form>
      ) : null}
    </article>
  )
}
