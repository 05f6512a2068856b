import { describe, expect, it } from 'vitest'
import {
  beginTalk,
  cutOff,
  heard,
  isTyping,
  lastReadSeq,
  numbered,
  refused,
  retried,
  sent,
  signalled,
  type Talk,
  unreadUpTo,
  unsaid,
  withdrawn,
  withMessages,
  written,
} from '../../app/chat/talk.ts'
import type { ChatSide } from '../../durable-objects/messages.ts'

const at = '2026-11-25T06:55:00.000Z'
const said = (from: ChatSide, text: string) => ({
  kind: 'message' as const,
  at,
  from,
  body: { type: 'text' as const, text },
})
const message = (seq: number, from: ChatSide, text = `${seq}`) => ({
  seq,
  at,
  from,
  body: { type: 'text' as const, text },
})
const nothing = { shopper: 0, shop: 0 }
const fresh = () => beginTalk('shopper', [], nothing)
const seqs = (talk: Talk) => talk.messages.map(({ seq }) => seq)
const pendingOf = (talk: Talk) => talk.pending.map(({ clientId, state }) => [clientId, state])

describe('a talk', () => {
  it('has its messages by number, each once, whatever order they come in', () => {
    const talk = withMessages(heard(fresh(), said('shop', 'b'), 2), [
      message(2, 'shop'),
      message(1, 'shopper'),
    ])
    expect(seqs(heard(talk, said('shop', 'c'), 3))).toEqual([1, 2, 3])
  })

  it('shows what was written at once, and as the message itself once that has come', () => {
    let talk = sent(written(fresh(), 'c1', 'สวัสดีค่ะ', 1), 'c1')
    expect(pendingOf(talk)).toEqual([['c1', 'sending']])
    talk = numbered(talk, 'c1', 1)
    expect(pendingOf(talk)).toEqual([['c1', 'sending']])
    talk = heard(talk, said('shopper', 'สวัสดีค่ะ'), 1)
    expect([talk.pending, seqs(talk)]).toEqual([[], [1]])
  })

  it('is no double when the message comes before its number', () => {
    const talk = heard(sent(written(fresh(), 'c1', 'a', 1), 'c1'), said('shopper', 'a'), 1)
    expect(numbered(talk, 'c1', 1).pending).toEqual([])
  })

  it('keeps what a lost line did not answer, to be said again under the same id', () => {
    const both = written(sent(written(fresh(), 'c1', 'a', 1), 'c1'), 'c2', 'b', 2)
    const talk = cutOff(both)
    expect(pendingOf(talk)).toEqual([
      ['c1', 'waiting'],
      ['c2', 'waiting'],
    ])
    expect(unsaid(talk).map(({ text }) => text)).toEqual(['a', 'b'])
  })

  it('keeps what was refused with its reason, until it is tried again or taken back', () => {
    const talk = refused(sent(written(fresh(), 'c1', 'a', 1), 'c1'), 'c1', 'contact_leak')
    expect(talk.pending[0]).toMatchObject({ state: 'failed', reason: 'contact_leak' })
    expect([unsaid(cutOff(talk)), withdrawn(talk, 'c1').pending]).toEqual([[], []])
    expect(retried(talk, 'c1').pending).toEqual([
      { clientId: 'c1', text: 'a', at: 1, state: 'waiting' },
    ])
  })

  it('says "read" below the last own message that the other side has read', () => {
    const messages = [message(1, 'shopper'), message(2, 'shop'), message(3, 'shopper')]
    const talk = beginTalk('shopper', messages, nothing)
    const read = (seq: number) => signalled(talk, { kind: 'read', side: 'shop', seq }, 0)
    expect([talk, read(2), read(3)].map(lastReadSeq)).toEqual([null, 1, 3])
    expect(lastReadSeq(signalled(read(3), { kind: 'read', side: 'shop', seq: 1 }, 0))).toBe(3)
  })

  it('knows up to where it could say that it has read', () => {
    const talk = beginTalk('shopper', [message(1, 'shopper'), message(2, 'shop')], nothing)
    const read = signalled(talk, { kind: 'read', side: 'shopper', seq: 2 }, 0)
    expect([talk, read].map(unreadUpTo)).toEqual([2, null])
  })

  it('shows the other side writing for four seconds, or until it has said it', () => {
    const talk = signalled(fresh(), { kind: 'typing', side: 'shop' }, 1000)
    expect([4999, 5000].map((now) => isTyping(talk, now))).toEqual([true, false])
    expect(isTyping(heard(talk, said('shop', 'a'), 1), 1001)).toBe(false)
    expect(isTyping(signalled(fresh(), { kind: 'typing', side: 'shopper' }, 1), 2)).toBe(false)
  })

  it('knows who is there, and nobody once the line is down', () => {
    const talk = signalled(fresh(), { kind: 'presence', side: 'shop', online: true }, 0)
    expect([talk.online.shop, cutOff(talk).online.shop]).toEqual([true, false])
  })
})
