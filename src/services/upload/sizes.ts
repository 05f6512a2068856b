// Apart from the contract: pages carry these numbers, and no parser with them.

/** Sides of a square picture, in pixels, that are kept beside the whole one. Source: look/README §6. */
export const PICTURE_WIDTHS = [160, 320, 640] as const
/** A side of the whole picture as it is drawn or taken in. */
export const WHOLE_PICTURE = 800

export type PictureWidth = (typeof PICTURE_WIDTHS)[number]

/** Where a size of a stored picture is kept: `p/bowl.webp` → `p/bowl@320.webp`. No address names it. */
export const sizedKey = (key: string, width: PictureWidth): string =>
  key.replace(/(\.\w+)?$/, (ending) => `@${width}${ending}`)
