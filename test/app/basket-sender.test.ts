import { describe, expect, it } from 'vitest'
import { createBasketSender } from '../../app/storefront/basket-sender.ts'
import { type CartAnswer, unreached } from '../../app/storefront/cart-answer.ts'
import { unanswered, type Wish } from '../../app/storefront/optimistic-cart.ts'
import { lineOf, shopOf } from './carts.ts'

const granted: CartAnswer = { problem: null, lineIds: [] }

/** A sender, what it has sent, and the answer to the oldest that waits for one. */
function watched() {
  const sent: string[] = []
  const waiting: ((answer: CartAnswer) => void)[] = []
  const sender = createBasketSender((wishes: readonly Wish[]) => {
    sent.push(wishes.map(({ line, quantity }) => `${line.title}=${quantity}`).join(' '))
    return new Promise((resolve) => waiting.push(resolve))
  })
  return {
    sender,
    sent,
    wish: (title: string, quantity: number) => sender.wish(lineOf(title), shopOf('a'), quantity),
    async answer(answer: CartAnswer = granted) {
      waiting.shift()?.(answer)
      await new Promise((resolve) => setTimeout(resolve))
    },
    left: () => unanswered(sender.store.getState().wishes).map(({ quantity }) => quantity),
  }
}

describe('the basket’s sender', () => {
  it('sends one change at a time, of each thing only its newest number', async () => {
    const { wish, answer, sent, left } = watched()
    for (const quantity of [2, 3, 4]) wish('bowl', quantity)
    wish('soap', 2)
    expect(sent).toEqual(['bowl=2'])
    await answer()
    expect(sent).toEqual(['bowl=2', 'bowl=4'])
    await answer()
    await answer()
    expect([sent, left()]).toEqual([['bowl=2', 'bowl=4', 'soap=2'], []])
  })

  it('goes on with whoever pressed gone: nothing of it belongs to a page', async () => {
    const { wish, answer, sent, sender } = watched()
    wish('bowl', 2)
    wish('bowl', 5)
    sender.forgetRefusals()
    await answer()
    await answer()
    expect(sent).toEqual(['bowl=2', 'bowl=5'])
  })

  it('sends all that was not answered at once when the document goes away', async () => {
    const { wish, sent, sender } = watched()
    wish('bowl', 2)
    wish('bowl', 5)
    wish('soap', 0)
    sender.leave()
    expect(sent).toEqual(['bowl=2', 'bowl=5 soap=0'])
  })

  it('sends it once more when the document comes back, and hears how that went', async () => {
    const { wish, answer, sent, sender, left } = watched()
    wish('bowl', 2)
    sender.leave()
    sender.comeBack()
    expect(sent).toEqual(['bowl=2', 'bowl=2', 'bowl=2'])
    // Of the two that were not waited for nothing is heard.
    await answer(unreached(new TypeError('gone')))
    await answer(unreached(new TypeError('gone')))
    expect([left(), sender.store.getState().refusals]).toEqual([[2], {}])
    await answer()
    expect(left()).toEqual([])
  })

  it('sends nothing when the document goes away with all answered', async () => {
    const { wish, answer, sent, sender } = watched()
    wish('bowl', 2)
    await answer()
    sender.leave()
    expect(sent).toEqual(['bowl=2'])
  })

  it('keeps what was granted in sight until a basket is loaded that has it', async () => {
    const { wish, answer, sender } = watched()
    wish('bowl', 2)
    await answer()
    sender.loaded(0)
    expect([...sender.store.getState().wishes.keys()]).toEqual(['var_bowl'])
    sender.loaded(1)
    expect(sender.store.getState()).toMatchObject({ answers: 1, wishes: new Map() })
  })

  it('takes back what was refused, says why, and goes on with the rest', async () => {
    const { wish, answer, sent, sender } = watched()
    wish('bowl', 9)
    wish('soap', 2)
    await answer({ problem: 'out_of_stock', lineIds: [], available: 3 })
    expect(sender.store.getState().refusals).toMatchObject({ var_bowl: { available: 3 } })
    expect([...sender.store.getState().wishes.keys()]).toEqual(['var_soap'])
    expect(sent).toEqual(['bowl=9', 'soap=2'])
    // Whoever presses again is told anew.
    wish('bowl', 3)
    expect(sender.store.getState().refusals).toEqual({})
  })

  it('does not load pages again for an answer that never came', async () => {
    const { wish, answer, sender } = watched()
    wish('bowl', 2)
    await answer(unreached(new TypeError('Failed to fetch')))
    expect(sender.store.getState().answers).toBe(0)
  })
})

describe('a call of the basket that failed', () => {
  it('never came through, or our side answered something that is no answer', () => {
    expect(unreached(new TypeError('Failed to fetch')).problem).toBe('offline')
    expect(unreached(new SyntaxError('Unexpected token')).problem).toBe('internal')
    expect(unreached(new Error('Unable to decode turbo-stream response')).problem).toBe('internal')
  })
})
