/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { content } from '../../apps/dashboard/fixture/content.ts'
import { writePublication } from '../../apps/dashboard/fixture/write-publication.ts'
import { openDashboard } from './dashboard.ts'
import type { Dashboard } from './dashboard.ts'

const WIDTHS = [320, 768, 1280] as const
const SCHEMES = ['light', 'dark'] as const
const AGREEMENT = '/avtal/sollentuna-mojligheternas-plats'
const PAGES = [
  '/',
  AGREEMENT,
  '/avtal/eskilstuna-stadsmissionen',
  '/avtal/nytt-avtal',
  `${AGREEMENT}/indikator/share_to_work_or_studies`,
  `${AGREEMENT}/indikator/unique_participants?per=agreement_year&lang=en`,
  `${AGREEMENT}/indikator/cost_per_participant`,
  `${AGREEMENT}/indikator/self_efficacy_change`,
  '/metod',
  '/data',
  `${AGREEMENT}?lang=en&publication=${content.id}`,
  '/avtal/finns-inte',
  '/?publication=finns-inte&lang=en',
] as const

let dashboard: Dashboard

beforeAll(async () => {
  dashboard = await openDashboard((publications) => writePublication(publications, content))
})
afterAll(() => dashboard?.close())

describe.each(PAGES)('%s', (path) => {
  test('is accessible, fits and is silent at every width, light and dark', async () => {
    const context = await dashboard.browser.newContext()
    const page = await context.newPage()
    const said: string[] = []
    const elsewhere: string[] = []
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(String(error)))
    page.on('request', (request) => {
      if (!request.url().startsWith(dashboard.address)) elsewhere.push(request.url())
    })
    const response = await page.goto(dashboard.address + path)
    const missing = path.includes('finns-inte')
    expect(response?.status()).toBe(missing ? 404 : 200)
    await openDetails(page)

    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      expect(await overflow(page), `sideways at ${width}`).toEqual([])
      expect(await smallestText(page), `smallest text at ${width}`).toBeGreaterThanOrEqual(12)
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme })
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => [width, colorScheme, id, nodes[0]?.html])).toEqual([])
      }
    }
    // The browser itself tells of the status of an error page.
    expect(said.filter((text) => !missing || !text.includes('404'))).toEqual([])
    expect(elsewhere).toEqual([])
    await context.close()
  })

  test('says the same without a script', async () => {
    const context = await dashboard.browser.newContext({ javaScriptEnabled: false })
    const plain = await context.newPage()
    await plain.goto(dashboard.address + path)
    const page = await dashboard.browser.newPage()
    await page.goto(dashboard.address + path)
    const words = await page.locator('main').innerText()
    expect(words.length).toBeGreaterThan(50)
    expect(await plain.locator('main').innerText()).toBe(words)
    await Promise.all([context.close(), page.close()])
  })
})

const openDetails = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })

/** What reaches outside the window and is not inside something that scrolls. */
const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    if (document.documentElement.scrollWidth <= window.innerWidth) return []
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120))
      .slice(0, 3)
  })

/** The smallest text that is shown, in CSS pixels, charts included. */
const smallestText = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const shown = [...document.querySelectorAll('main *')].filter(
      (element) =>
        [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
        ) && element.getClientRects().length > 0,
    )
    return Math.min(...shown.map((element) => Number.parseFloat(getComputedStyle(element).fontSize)))
  })
