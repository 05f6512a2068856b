import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { ChannelState } from '../live/channel.ts'
import { type Line, openLine } from './line.ts'
import type { RoomData } from './room.server.ts'
import { beginTalk, type Talk } from './talk.ts'

type UseLine = {
  talk: Talk
  state: ChannelState
  /** Null until scripts run, and on a page of older messages: then the page's forms do it all. */
  line: Line | null
}

const begun = ({ room, messages }: RoomData): Talk => beginTalk(room.side, messages, room.read)

/** The talk of a page, live from when scripts run until one leaves for another room. */
export function useLine(data: RoomData): UseLine {
  const { room, messages, isPast } = data
  const [line, hold] = useState<Line | null>(null)
  const first = useRef(data)
  first.current = data
  const { revalidate } = useRevalidator()
  const readAgain = useRef(revalidate)
  readAgain.current = revalidate
  const gap = useRef(false)

  useEffect(() => {
    if (isPast) return
    const opened = openLine({
      roomId: room.id,
      talk: begun(first.current),
      onGap() {
        gap.current = true
        readAgain.current()
      },
    })
    hold(opened)
    return () => {
      opened.close()
      hold(null)
    }
  }, [room.id, isPast])

  // What the server has read since then: sent by a form, or asked for after a hole.
  useEffect(() => {
    if (gap.current) line?.afresh(messages)
    else line?.older(messages)
    gap.current = false
  }, [line, messages])

  const held = useSyncExternalStore(
    line?.store.subscribe ?? unchanging,
    () => line?.store.getState() ?? null,
    () => null,
  )
  return { talk: held?.talk ?? begun(data), state: held?.state ?? 'connecting', line }
}

const unchanging = () => () => undefined
