import type { ChatBody } from '#objects/messages.ts'
import { wrongField } from '#src/common/problem.ts'
import type { Locale } from '#src/config/http-env.ts'
import type { OpenRoom, SayInput } from '../schema.ts'

type Card<Type extends ChatBody['type']> = Extract<ChatBody, { type: Type }>
/** Between whom a talk is. */
type Pair = { userId: string; shopId: string }

export type CardDeps = {
  /** A published product as a card, and whose it is. */
  productCard(
    id: string,
    locale: Locale,
  ): Promise<{ shopId: string; card: Card<'product'> } | undefined>
  /** An order as a card, and between whom it is. */
  orderCard(
    id: string,
  ): Promise<{ shopId: string; userId: string | null; card: Card<'order'> } | undefined>
  pictures: {
    claim(
      userId: string,
      roomId: string,
      sent: { key: string; clientId: string },
    ): Promise<ChatBody>
  }
}

/** What a message shows beside words, looked up when it is said. */
export function createCardService({ productCard, orderCard, pictures }: CardDeps) {
  async function of(
    about: NonNullable<OpenRoom['about']>,
    talk: Pair,
    locale: Locale,
    place: string,
  ): Promise<ChatBody> {
    if (about.type === 'product') {
      const found = await productCard(about.productId, locale)
      if (found?.shopId === talk.shopId) return found.card
      throw wrongField(`${place}productId`, 'not_a_choice')
    }
    const found = await orderCard(about.orderId)
    if (found?.shopId === talk.shopId && found.userId === talk.userId) return found.card
    throw wrongField(`${place}orderId`, 'not_a_choice')
  }

  return {
    /** What a talk is opened about: something that the two may speak of. @throws Problem `validation_failed` */
    of: async (about: NonNullable<OpenRoom['about']>, talk: Pair, locale: Locale) =>
      await of(about, talk, locale, 'about.'),

    /** What somebody says in a talk. @throws Problem `validation_failed` */
    async bodyOf(
      talk: Pair & { id: string },
      userId: string,
      { clientId, ...what }: SayInput,
      locale: Locale,
    ): Promise<ChatBody> {
      if (what.type === 'text') return what
      if (what.type !== 'picture') return await of(what, talk, locale, '')
      return await pictures.claim(userId, talk.id, { key: what.key, clientId })
    },
  }
}

export type CardService = ReturnType<typeof createCardService>
