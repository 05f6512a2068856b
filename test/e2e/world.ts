import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'
import { findBrowser } from '../../src/cli/browser.ts'
import type { World } from './open-world.ts'

export type { World }

/** Where the market stands that these journeys walk through. */
export const world = (): World => inject('world')

let visitors = 0

/**
 * A browser with a fresh profile; close it when the journeys are over. Each context is a visitor with
 * an address of their own, as people have: the API counts calls by it.
 */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, env, args } = await findBrowser()
  const browser = await chromium.launch({ executablePath, env, args })
  const newContext = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    visitors += 1
    // Files of tests run one after the other, each in a process that counts anew.
    const address = `10.${process.pid % 256}.${visitors >> 8}.${visitors % 256}`
    return await newContext({ extraHTTPHeaders: { 'cf-connecting-ip': address }, ...options })
  }
  return browser
}
