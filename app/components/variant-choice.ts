import type { Variant } from '../shapes.ts'

export type Choice = {
  value: string
  /** The variant it leads to; null where what is chosen above it is not made with this value. */
  variantId: string | null
  chosen: boolean
  available: boolean
  /** What it costs more than what is chosen, less if negative. */
  moreSatang: number
}
export type OptionGroup = { name: string; choices: Choice[] }

/** The variant of an address, else the first that can be bought, else the first. */
export function chosenVariant(
  variants: readonly Variant[],
  id: string | null,
): Variant | undefined {
  return (
    variants.find((variant) => variant.id === id) ??
    variants.find((variant) => variant.available > 0) ??
    variants[0]
  )
}

const optionOf = (variant: Variant, name: string): string | undefined =>
  variant.options.find((option) => option.name === name)?.value

/**
 * The options of a product, each value leading to the variant nearest to the chosen one: the other
 * options stay as they are where that variant exists, else the first with the value, in stock first.
 * What is chosen in a group limits the groups below it and never those above, so that every variant
 * can be come to: a value that does not go with what stands above it leads nowhere.
 */
export function optionGroups(variants: readonly Variant[], chosen: Variant): OptionGroup[] {
  return chosen.options.map(({ name }, index) => {
    const above = chosen.options.slice(0, index)
    const values = [...new Set(variants.map((variant) => optionOf(variant, name)))]
    const possible = variants.filter((variant) =>
      above.every((other) => optionOf(variant, other.name) === other.value),
    )
    return {
      name,
      choices: values.flatMap((value): Choice[] => {
        if (value === undefined) return []
        const variant = nearest(possible, chosen, name, value)
        return [
          {
            value,
            variantId: variant?.id ?? null,
            chosen: optionOf(chosen, name) === value,
            available: (variant?.available ?? 0) > 0,
            moreSatang: priceOf(variant ?? chosen) - priceOf(chosen),
          },
        ]
      }),
    }
  })
}

function nearest(variants: readonly Variant[], chosen: Variant, name: string, value: string) {
  const having = variants.filter((variant) => optionOf(variant, name) === value)
  const same = having.find((variant) =>
    chosen.options.every(
      (other) => other.name === name || optionOf(variant, other.name) === other.value,
    ),
  )
  return same ?? having.find((variant) => variant.available > 0) ?? having[0]
}

/** What one costs now, in a flash sale too. */
const priceOf = ({ priceSatang, flash }: Variant): number =>
  flash === null || flash.left === 0 ? priceSatang : Math.min(flash.priceSatang, priceSatang)
