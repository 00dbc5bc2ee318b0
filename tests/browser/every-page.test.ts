/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { content } from '../../apps/dashboard/fixture/content.ts'
import { writePublication } from '../../apps/dashboard/fixture/write-publication.ts'
import { openDashboard } from './dashboard.ts'
import type { Dashboard } from './dashboard.ts'

const WIDTHS = [320, 768, 1280] as const
/** Where layouts differ in what there is to find; axe takes its time. */
const AXE_WIDTHS = [320, 1280] as const
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
  `${AGREEMENT}/ekonomi`,
  `${AGREEMENT}/ekonomi?lang=en`,
  '/avtal/eskilstuna-stadsmissionen/ekonomi',
  '/avtal/nytt-avtal/ekonomi',
  `${AGREEMENT}/vagen-vidare`,
  `${AGREEMENT}/vagen-vidare?lang=en`,
  '/avtal/nytt-avtal/vagen-vidare',
  '/rattelser',
  '/kvalitet',
  '/kvalitet?lang=en',
  '/tillganglighet',
  '/tillganglighet?lang=en',
  '/om',
  '/om?lang=en',
  '/metod',
  '/data',
  `${AGREEMENT}?lang=en&publication=${content.id}`,
  '/avtal/finns-inte',
  '/?publication=finns-inte&lang=en',
] as const

/** The one script there is: it reads charts, comes after the content, and only where a chart is. */
const SCRIPT = expect.stringMatching(/^<script type="module" src="[^"]*read-points[^"]*"><\/script>$/)
const scriptsIn = (html: string) => html.match(/<script.*?<\/script>/gs) ?? []

let dashboard: Dashboard

beforeAll(async () => {
  dashboard = await openDashboard((publications) => writePublication(publications, content))
})
afterAll(() => dashboard?.close())

test.each(PAGES)('%s is accessible, fits and is silent', async (path) => {
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
  expect(scriptsIn((await response?.text()) ?? '')).toEqual(
    (await page.locator('[data-chart]').count()) > 0 ? [SCRIPT] : [],
  )
  await openDetails(page)

  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    expect([width, await overflow(page)]).toEqual([width, []])
    expect(await smallestText(page)).toBeGreaterThanOrEqual(12)
  }
  for (const width of AXE_WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    expect([width, await faults(new AxeBuilder({ page }))]).toEqual([width, []])
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  const inTheDark = new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block'])
  expect(['dark', await faults(inTheDark)]).toEqual(['dark', []])

  // The browser itself tells of the status of an error page.
  expect(said.filter((text) => !missing || !text.includes('404'))).toEqual([])
  expect(elsewhere).toEqual([])
  await context.close()
})

test.each([AGREEMENT, `${AGREEMENT}/indikator/share_to_work_or_studies`])(
  '%s is whole without scripts',
  async (path) => {
    const wordsIn = async (javaScriptEnabled: boolean) => {
      const context = await dashboard.browser.newContext({ javaScriptEnabled })
      const page = await context.newPage()
      await page.goto(dashboard.address + path)
      const words = await page.locator('main').innerText()
      const charts = await page.locator('svg[role="img"]:visible').count()
      await context.close()
      return { words, charts }
    }
    const plain = await wordsIn(false)
    expect(plain.words.length).toBeGreaterThan(500)
    expect(plain.charts).toBeGreaterThan(1)
    expect(await wordsIn(true)).toEqual(plain)
  },
)

const faults = async (axe: AxeBuilder) =>
  (await axe.analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])

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

test('the points of a chart are read by arrow keys and by pointer, and are said aloud', async () => {
  const page = await dashboard.browser.newPage()
  await page.goto(dashboard.address + AGREEMENT)
  const chart = page.locator('[data-chart][tabindex]').first()
  const spoken = chart.locator('[role=status]')
  await chart.focus()
  await page.keyboard.press('End')
  const last = (await spoken.textContent()) ?? ''
  expect(last).toMatch(/ 2026: \d+$/)
  await page.keyboard.press('ArrowLeft')
  expect(await spoken.textContent()).not.toBe(last)
  await page.keyboard.press('Escape')
  expect(await spoken.textContent()).toBe('')
  await chart.locator('[data-says]:visible').last().hover()
  expect(await spoken.textContent()).toBe(last)
  await page.close()
})
