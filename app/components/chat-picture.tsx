import { Fragment, type MouseEvent, useRef, useState } from 'react'
import type { ChatBody } from '../../durable-objects/messages.ts'
import { chat as chatTexts } from '../messages/chat.ts'
import { Lightbox } from './lightbox.tsx'
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
  const lightbox = useRef<HTMLDialogElement>(null)
  const [isOpen, open] = useState(false)
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
          open(true)
          lightbox.current?.showModal()
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
      <Lightbox
        ref={lightbox}
        images={isOpen ? [src] : []}
        title={name}
        at={0}
        turnTo={() => undefined}
      />
    </Fragment>
  )
}
