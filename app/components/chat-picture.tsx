import { Fragment, type MouseEvent } from 'react'
import type { ChatBody } from '../../durable-objects/messages.ts'
import { chat as chatTexts } from '../messages/chat.ts'
import { useLightbox } from './use-lightbox.ts'
import { usePath, useTexts } from './use-locale.ts'

export type PictureBody = Extract<ChatBody, { type: 'picture' }>

/** The API's own address takes a token; ours of the same picture takes the session. */
export const pictureAddress = (url: string): string =>
  url.replace(/^\/api\/chat\/rooms\/([\w-]+)\/pictures\//, '/messages/$1/pictures/')

const plain = (press: MouseEvent) => !(press.metaKey || press.ctrlKey || press.shiftKey)

/** A picture that was sent; pressed it opens large, and without scripts as a page of its own. */
export function ChatPicture({ body, who }: { body: PictureBody; who: string }) {
  const texts = useTexts(chatTexts)
  const path = usePath()
  const lightbox = useLightbox()
  const src = path(pictureAddress(body.url))
  const name = texts.pictureOf(who)
  return (
    <Fragment>
      <a
        href={src}
        className="block cursor-zoom-in overflow-hidden rounded-sm"
        onClick={(press) => {
          if (!plain(press)) return
          press.preventDefault()
          void lightbox.open(src)
        }}
      >
        <img
          src={src}
          alt={name}
          width={body.width}
          height={body.height}
          loading="lazy"
          decoding="async"
          className="chat-picture"
        />
      </a>
      {lightbox.View === null ? null : (
        <lightbox.View
          images={[src]}
          title={name}
          at={0}
          turnTo={() => undefined}
          onClose={lightbox.close}
        />
      )}
    </Fragment>
  )
}
