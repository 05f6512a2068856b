import { describe, expect, it } from 'vitest'
import type { ChatBody } from '#objects/messages.ts'
import { lastOf, previewOf, sideOf, wordsOf } from '#src/chat/rules.ts'

const said = (body: ChatBody) =>
  ({ kind: 'message', at: '2026-11-23T03:00:00.000Z', from: 'shop', body }) as const
const text = (words: string) => said({ type: 'text', text: words })
const product = said({
  ...{ type: 'product', productId: 'prd_1', slug: 'bowl', title: 'ชาม Celadon' },
  ...{ priceSatang: 35_900, imageUrl: null },
})

describe('A talk in a list', () => {
  it('shows the beginning of its newest words on one line, by whole characters', () => {
    expect(previewOf(text('สวัสดี\n\nค่ะ'))).toEqual({ lastType: 'text', lastText: 'สวัสดี ค่ะ' })
    const long = previewOf(text('🍜'.repeat(200))).lastText ?? ''
    expect([...long]).toHaveLength(120)
    expect(long.endsWith('🍜…')).toBe(true)
    expect(previewOf(product).lastText).toBe('ชาม Celadon')
    const picture = said({ type: 'picture', url: '/media/x', width: 1, height: 1 })
    expect(previewOf(picture)).toEqual({ lastType: 'picture', lastText: null })
  })

  it('is empty while nothing was said', () => {
    const none = { lastFrom: null, lastAtMs: 0, lastType: null, lastText: null }
    expect(lastOf(none)).toBeNull()
    const head = { lastFrom: 'shop', lastAtMs: 1_795_000_000_000, lastType: 'picture' } as const
    expect(lastOf({ ...head, lastText: null })).toEqual({
      ...{ from: 'shop', at: new Date(1_795_000_000_000).toISOString(), type: 'picture' },
    })
  })

  it('is searched by small letters', () => {
    expect([wordsOf(text('ชาม CELADON')), wordsOf(product)]).toEqual(['ชาม celadon', 'ชาม celadon'])
    expect(wordsOf(said({ type: 'picture', url: '/media/x', width: 1, height: 1 }))).toBeNull()
  })

  it('has its shopper on one side, whoever works for its shop on the other, and nobody else', () => {
    expect(sideOf({ userId: 'usr_1' }, 'usr_1', true)).toBe('shopper')
    expect(sideOf({ userId: 'usr_1' }, 'usr_2', true)).toBe('shop')
    expect(sideOf({ userId: 'usr_1' }, 'usr_2', false)).toBeNull()
  })
})
