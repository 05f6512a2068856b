import { Form } from '@remix-run/react'
import { ImagePlus, SendHorizontal } from 'lucide-react'
import {
  type ClipboardEvent,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useLayoutEffect,
  useRef,
} from 'react'
import type { ChatSide, MAX_CHAT_TEXT } from '../../durable-objects/messages.ts'
import { chat as chatTexts } from '../messages/chat.ts'
import { useTexts } from './use-locale.ts'

// A number here and its name only in types: the frames' checks would come along with it.
const LONGEST: typeof MAX_CHAT_TEXT = 2000

export type ComposerHandle = { put(text: string): void }

type ComposerProps = {
  side: ChatSide
  /** What was typed and refused, for a page without scripts. */
  text?: string
  /** Texts that are often said: pressed, they stand in the composer. */
  quick: readonly string[]
  /** What is sent along. */
  children?: ReactNode
  /** Beside the field: what else can be sent. */
  attach?: ReactNode
  /** Something goes along, so that nothing has to be written. */
  mayBeEmpty?: boolean
  /** Takes what was written; false leaves it to the form itself. */
  onSay?(text: string): boolean
  /** Takes pictures that were chosen or pasted; without it the form sends one. */
  onPictures?: ((files: File[]) => void) | undefined
  onTyping?(): void
  handle?: { current: ComposerHandle | null }
}

/** Where one writes: a form of its own without scripts, inside of which the rest of it is given. */
export function ChatComposer(props: ComposerProps) {
  const { side, text = '', quick, children, attach, mayBeEmpty = false, handle } = props
  const { onSay, onPictures, onTyping } = props
  const texts = useTexts(chatTexts)
  const field = useRef<HTMLTextAreaElement>(null)

  useLayoutEffect(() => {
    if (handle === undefined) return
    handle.current = { put: (words) => put(field.current, words) }
    return () => {
      handle.current = null
    }
  }, [handle])

  function submit(event: FormEvent<HTMLFormElement>) {
    const { current } = field
    const words = current?.value.trim() ?? ''
    const chosen = event.currentTarget.querySelector<HTMLInputElement>('input[type=file]')
    const hasFile = onPictures === undefined && (chosen?.files?.length ?? 0) > 0
    if (current === null || (words === '' && !mayBeEmpty && !hasFile)) {
      event.preventDefault()
      current?.focus()
    } else if (!hasFile && onSay?.(words)) {
      event.preventDefault()
      put(current, '')
    }
  }

  // Enter sends; with Shift it breaks the line, and while a word is being composed it ends the word.
  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.currentTarget.form?.requestSubmit()
  }

  function paste(event: ClipboardEvent) {
    const files = [...event.clipboardData.files].filter(({ type }) => type.startsWith('image/'))
    if (files.length === 0 || onPictures === undefined) return
    event.preventDefault()
    onPictures(files)
  }

  return (
    <Form
      method="post"
      encType="multipart/form-data"
      className="chat-composer"
      onSubmit={submit}
      onPaste={paste}
    >
      {children}
      {quick.length === 0 ? null : (
        <fieldset className="chat-quick">
          <legend className="sr-only">{texts.quickReplies}</legend>
          {quick.map((words) => (
            <button
              key={words}
              // Where no script puts it into the field, it is said as it is.
              type="submit"
              name="quick"
              value={words}
              className="chip"
              onClick={(press) => {
                press.preventDefault()
                put(field.current, words)
              }}
            >
              {words}
            </button>
          ))}
        </fieldset>
      )}
      <div className="flex items-end gap-1">
        {attach}
        <PictureField onPictures={onPictures} />
        <textarea
          ref={field}
          name="text"
          rows={1}
          maxLength={LONGEST}
          defaultValue={text}
          aria-label={texts.write[side]}
          placeholder={texts.write[side]}
          enterKeyHint="send"
          autoComplete="off"
          className="control chat-field"
          onKeyDown={press}
          onInput={(event) => {
            grow(event.currentTarget)
            if (event.currentTarget.value.trim() !== '') onTyping?.()
          }}
        />
        <button type="submit" className="chat-send" aria-label={texts.send}>
          <SendHorizontal size={20} strokeWidth={1.9} aria-hidden="true" />
        </button>
      </div>
    </Form>
  )
}

/** Without scripts the browser's own field, which says what was chosen. */
function PictureField({ onPictures }: Pick<ComposerProps, 'onPictures'>) {
  const texts = useTexts(chatTexts)
  return (
    <label className="icon-button chat-choose" title={texts.addPicture}>
      <ImagePlus size={22} strokeWidth={1.9} aria-hidden="true" />
      <input
        type="file"
        name="picture"
        accept="image/*"
        multiple={onPictures !== undefined}
        aria-label={texts.addPicture}
        onChange={({ currentTarget }) => {
          if (onPictures === undefined) return
          onPictures([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
    </label>
  )
}

function put(field: HTMLTextAreaElement | null, words: string): void {
  if (field === null) return
  field.value = words
  grow(field)
  field.focus()
  field.setSelectionRange(words.length, words.length)
}

/** As high as its lines; the style says up to how many. Browsers that know how do it themselves. */
function grow(field: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return
  field.style.height = 'auto'
  field.style.height = `${field.scrollHeight}px`
}
