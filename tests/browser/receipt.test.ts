/// <reference lib="dom" />
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleRun } from '../pipeline/sample.ts'
import { faultsIn, withAxe } from './accessibility.ts'

const SMALL = { width: 320, height: 640 }
const LARGE = { width: 1280, height: 800 }

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
})
afterAll(() => browser?.close())

/** Of the sample's receipts the longest, with most faults, and those of a card file and of bookkeeping. */
async function chosenReceipts(): Promise<string[]> {
  const folder = join((await sampleRun()).home, 'receipts')
  const pages = readdirSync(folder).filter((name) => name.endsWith('.html'))
  const chosen = [/rattad/, /bokforing/, /fritid/].flatMap((sign) =>
    pages.filter((name) => sign.test(name)).slice(0, 1),
  )
  return chosen.map((name) => pathToFileURL(join(folder, name)).href)
}

test('a receipt can be read by everyone, on a small screen and a large', async () => {
  const receipts = await chosenReceipts()
  expect(receipts.length).toBeGreaterThan(1)
  const context = await browser.newContext()
  await withAxe(context)
  const page = await context.newPage()
  for (const address of receipts) {
    await page.goto(address)
    for (const viewport of [SMALL, LARGE]) {
      await page.setViewportSize(viewport)
      expect(await faultsIn(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
    }
  }
})
