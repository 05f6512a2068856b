import { useTexts } from '../components/use-locale.ts'
import { WRONG_QUANTITY } from '../format/quantity.ts'
import { cart as cartTexts } from '../messages/cart.ts'
import { errors as errorsTexts, sentence } from '../messages/errors.ts'
import type { Cart } from '../shapes.ts'
import { type CartAnswer, OFFLINE } from './cart-answer.ts'

type Told = {
  /** Beside the line it is about, by variant. */
  refusalOf(variantId: string): string | undefined
  /** What is about no line that is there. */
  others: string[]
}

/** Says why changes of the basket were refused: by press, or by form where scripts are off. */
export function useRefusals(
  cart: Cart,
  refusals: Readonly<Record<string, CartAnswer>>,
  answered: CartAnswer | undefined,
): Told {
  const texts = useTexts(cartTexts)
  const errors = useTexts(errorsTexts)
  const lines = cart.groups.flatMap((group) => group.lines)

  function tell({ problem, available, requestId, unreached }: CartAnswer): string {
    if (problem === OFFLINE) return texts.offline
    if (problem === WRONG_QUANTITY) return errors.quantity
    if (unreached) {
      return requestId === undefined
        ? texts.failed
        : `${texts.failed} (${errors.reference(requestId)})`
    }
    if (available !== undefined && available > 0) return texts.noMore(available)
    return sentence(errors, problem ?? '')
  }

  const said = new Map<string, string>()
  const others: string[] = []
  if (answered !== undefined && answered.problem !== null) {
    const own = lines.filter(({ id }) => answered.lineIds.includes(id))
    for (const { variantId } of own) said.set(variantId, tell(answered))
    if (own.length === 0) others.push(tell(answered))
  }
  for (const [variantId, refusal] of Object.entries(refusals)) {
    if (lines.some((line) => line.variantId === variantId)) said.set(variantId, tell(refusal))
    else others.push(tell(refusal))
  }
  return { refusalOf: (variantId) => said.get(variantId), others }
}
