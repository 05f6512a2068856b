/** Thai leads; an English text that is missing or unknown in Thai is a compile error. */
export function inBoth<Texts>(th: Texts, en: NoInfer<Texts>): { th: Texts; en: Texts } {
  return { th, en }
}
