import { ChatRefusal } from '../components/chat-refusal.tsx'
import { useTexts } from '../components/use-locale.ts'
import { chat as chatTexts } from '../messages/chat.ts'
import type { Pictures, SentPicture } from './pictures.ts'

type SendingProps = { sending: readonly SentPicture[]; pictures: Pictures | null }

/** Pictures on their way, each with how far it is; refused, with what one can do. */
export function SendingPictures({ sending, pictures }: SendingProps) {
  const texts = useTexts(chatTexts)
  return sending.map(({ clientId, preview, progress, state, reason }) => (
    <li key={clientId} className="stack gap-1.5">
      <div className={`bubble-row mine ${state}`}>
        <div className="bubble picture">
          <span className="sr-only">{texts.you}: </span>
          {preview === '' ? (
            <span className="skeleton block h-32" />
          ) : (
            <img src={preview} alt={texts.pictureOf(texts.you)} className="chat-picture" />
          )}
          {state === 'failed' ? null : (
            <progress
              className="chat-progress"
              value={progress}
              max={1}
              aria-label={texts.sending}
            />
          )}
        </div>
        <span className="bubble-told">{state === 'failed' ? texts.notSent : texts.sending}</span>
      </div>
      {state === 'failed' ? (
        <ChatRefusal reason={reason ?? ''}>
          {reason === 'picture_invalid' ? null : (
            <button
              type="button"
              className="text-link min-h-11 min-w-11"
              onClick={() => pictures?.again(clientId)}
            >
              {texts.retry}
            </button>
          )}
          <button
            type="button"
            className="text-link min-h-11 min-w-11"
            onClick={() => pictures?.drop(clientId)}
          >
            {texts.dropPicture}
          </button>
        </ChatRefusal>
      ) : null}
    </li>
  ))
}
