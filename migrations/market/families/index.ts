import type { Family } from '../types.ts'
import * as beauty from './beauty.ts'
import * as clothes from './clothes.ts'
import * as craft from './craft.ts'
import * as drinksAndSnacks from './drinks-and-snacks.ts'
import * as family from './family.ts'
import * as fruit from './fruit.ts'
import * as garden from './garden.ts'
import * as kitchen from './kitchen.ts'
import * as living from './living.ts'
import * as pantry from './pantry.ts'
import * as tableware from './tableware.ts'
import * as tech from './tech.ts'
import * as wearables from './wearables.ts'

const SHELVES: readonly Readonly<Record<string, Family>>[] = [
  ...[fruit, pantry, drinksAndSnacks, tableware, kitchen, living, clothes, wearables],
  ...[craft, beauty, tech, garden, family],
]

export const FAMILIES: readonly Family[] = SHELVES.flatMap((shelf) => Object.values(shelf))
