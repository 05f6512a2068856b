import { createStore } from 'zustand/vanilla'
import { basketNews } from './basket-news.ts'
import { type CartAnswer, unreached } from './cart-answer.ts'
import {
  afterGrant,
  afterLoad,
  afterRefusal,
  unanswered,
  type Wish,
  type Wishes,
} from './optimistic-cart.ts'

/** Why a line is as it was, by variant. */
export type Refusals = Readonly<Record<string, CartAnswer>>

export type BasketState = {
  wishes: Wishes
  refusals: Refusals
  /** How many times the API has answered: a basket that was loaded before the last is old. */
  answers: number
}

/** Sends changes and comes back with how they went; never throws. */
export type Post = (wishes: readonly Wish[], signal?: AbortSignal) => Promise<CartAnswer>

/**
 * Sends what is pressed in the basket, whichever page is open: one change on its way at a time, of
 * each thing only its newest number, so that answers cannot overtake each other and the last press
 * is what stays.
 */
export function createBasketSender(post: Post) {
  const store = createStore<BasketState>(() => ({ wishes: new Map(), refusals: {}, answers: 0 }))
  const { getState, setState } = store
  /** Gives up on what is on its way. */
  let onItsWay: AbortController | null = null

  async function work(): Promise<void> {
    if (onItsWay !== null) return
    const way = new AbortController()
    onItsWay = way
    for (let next = first(); next !== undefined; next = first()) {
      const answer = await post([next], way.signal)
      if (way.signal.aborted) return
      heard(next, answer)
    }
    onItsWay = null
  }
  const first = () => unanswered(getState().wishes)[0]

  function heard(asked: Wish, answer: CartAnswer): void {
    const { wishes, refusals, answers: before } = getState()
    const answers = answer.unreached ? before : before + 1
    if (answer.problem === null) {
      setState({ answers, wishes: afterGrant(wishes, asked, answers) })
      return
    }
    const { variantId } = asked.line
    setState({
      answers,
      wishes: afterRefusal(wishes, asked),
      refusals: { ...refusals, [variantId]: answer },
    })
  }

  return {
    store,
    /** Wants so many of a thing; 0 is to have it out. */
    wish(line: Wish['line'], shop: Wish['shop'], quantity: number): void {
      const { wishes, refusals } = getState()
      const { [line.variantId]: _, ...rest } = refusals
      // At the end of the queue, also when it was wished before.
      const others = [...wishes].filter(([variantId]) => variantId !== line.variantId)
      setState({
        wishes: new Map([...others, [line.variantId, { line, shop, quantity }]]),
        refusals: rest,
      })
      void work()
    },
    /** A basket was loaded that was asked for after so many answers. */
    loaded(answers: number): void {
      const { wishes } = getState()
      if (wishes.size > 0) setState({ wishes: afterLoad(wishes, answers) })
    },
    /** What was refused has been read. */
    forgetRefusals(): void {
      setState({ refusals: {} })
    },
    /**
     * The document goes away: what was not answered goes out at once, and is not waited for. What is
     * on its way is given up, so that it cannot come after.
     */
    leave(): void {
      onItsWay?.abort()
      onItsWay = null
      const left = unanswered(getState().wishes)
      if (left.length > 0) void post(left)
    },
    /** The document is back as it was left: nobody has heard how it went. */
    comeBack(): void {
      void work()
    },
  }
}

/** Where the basket is changed without a page: storefront/cart-change.ts. */
const ADDRESS = '/cart/change'

/** What nobody can give up any more outlives its document; what is on its way ends with it. */
async function postChange(wishes: readonly Wish[], signal?: AbortSignal): Promise<CartAnswer> {
  const body = new URLSearchParams()
  for (const { line, quantity } of wishes) {
    body.append('variantId', line.variantId)
    body.append('lineId', line.id)
    body.append('quantity', String(quantity))
    body.append('addedAt', line.addedAt)
  }
  try {
    const answer = await fetch(ADDRESS, {
      method: 'POST',
      body,
      ...(signal === undefined ? { keepalive: true } : { signal }),
    })
    const told: unknown = await answer.json()
    if (!isAnswer(told)) throw new Error(`${ADDRESS} answered ${answer.status}`)
    return told
  } catch (failure) {
    return unreached(failure)
  }
}

const isAnswer = (told: unknown): told is CartAnswer =>
  typeof told === 'object' && told !== null && 'problem' in told

/** The tab's one sender. On the server nobody presses anything, so nothing of it is anybody's. */
export const basket = createBasketSender(postChange)

if (typeof document !== 'undefined') {
  basket.store.subscribe(({ answers }, before) => {
    if (answers !== before.answers) basketNews.setState({ answers })
  })
  basketNews.subscribe(({ loaded }, before) => {
    if (loaded !== before.loaded) basket.loaded(loaded)
  })
  addEventListener('pagehide', () => basket.leave())
  addEventListener('pageshow', () => basket.comeBack())
}
