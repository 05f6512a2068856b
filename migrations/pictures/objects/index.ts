import type { Drawing } from './drawing.ts'
import { FOOD } from './food.ts'
import { HOUSE } from './house.ts'
import { TABLE } from './table.ts'
import { WEAR } from './wear.ts'

/** One drawn object for each family. */
export const OBJECTS: Readonly<Record<string, Drawing>> = { ...FOOD, ...TABLE, ...WEAR, ...HOUSE }
