export const THEMES = ['system', 'light', 'dark'] as const
/** `system` follows the device and is what a browser has that never chose. */
export type Theme = (typeof THEMES)[number]

export const isTheme = (value: unknown): value is Theme => THEMES.some((theme) => theme === value)
