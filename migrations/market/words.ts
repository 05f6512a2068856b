import type { Text, Value, ValueFacts } from './types.ts'

/** The same words in both languages. */
export const t = (th: string, en: string): Text => ({ th, en })

/** One value of an axis, with what it changes about the product. */
export const v = (th: string, en: string, facts: ValueFacts = {}): Value => ({ th, en, ...facts })

export type Slots = Readonly<Record<string, Text>>

/** Puts the slots into both languages: `ชาม{pattern}` with pattern ไก่แดง is ชามไก่แดง. */
export function fill(text: Text, slots: Slots): Text {
  const put = (template: string, language: keyof Text): string =>
    template.replaceAll(/\{(\w+)\}/g, (_, slot: string) => {
      const word = slots[slot]
      if (word === undefined) throw new RangeError(`no word for {${slot}} in “${template}”`)
      return word[language]
    })
  return {
    th: put(text.th, 'th').normalize('NFC'),
    en: capitalised(withArticles(put(text.en, 'en'))).normalize('NFC'),
  }
}

/** Sentences side by side: Thai parts them with a space, English ends them with a full stop. */
export function paragraph(sentences: readonly Text[]): Text {
  return {
    th: sentences.map(({ th }) => th).join(' '),
    en: sentences.map(({ en }) => capitalised(en)).join(' '),
  }
}

// A slot may begin with a vowel where its template says “a”.
const withArticles = (text: string): string =>
  text.replaceAll(/\b([Aa]) (?=[aeio](?!ne\b|ne-))/g, '$1n ')

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Latin kebab for addresses: lower case, accents dropped, at most 80 characters of whole words. */
export function slugOf(english: string): string {
  const words = english
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[’']/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  if (words.length <= 80) return words
  return words.slice(0, words.lastIndexOf('-', 80))
}
