import { Form } from '@remix-run/react'
import { Ellipsis } from 'lucide-react'
import { chat as chatTexts } from '../messages/chat.ts'
import { Link } from './link.tsx'
import { useTexts } from './use-locale.ts'

type ActsProps = {
  seq: number
  isMine: boolean
  /** Where a report of this message is written. */
  report: string
}

/** What can be done with one message: take back one's own, tell the market of another's. */
export function ChatActs({ seq, isMine, report }: ActsProps) {
  const texts = useTexts(chatTexts)
  return (
    <details className="bubble-acts">
      <summary aria-label={texts.acts}>
        <Ellipsis size={16} aria-hidden="true" />
      </summary>
      {isMine ? (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="act" value="remove" />
          <input type="hidden" name="seq" value={seq} />
          <button type="submit" className="text-link min-h-11">
            {texts.takeBack}
          </button>
        </Form>
      ) : (
        <Link to={report} className="text-link tap-link">
          {texts.report.one}
        </Link>
      )}
    </details>
  )
}
