import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'
import { findBrowser } from '../../src/cli/browser.ts'
import type { World } from './open-world.ts'

export type { World }

/** Where the market stands that these journeys walk through. */
export const world = (): World => inject('world')

/** A browser with a fresh profile; close it when the journeys are over. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, env, args } = await findBrowser()
  return await chromium.launch({ executablePath, env, args })
}
