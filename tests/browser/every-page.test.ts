import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { content } from '../../apps/dashboard/fixture/content.ts'
import { writePublication } from '../../apps/dashboard/fixture/write-publication.ts'
import { coloursAtFault, faultsIn, unseenFocus, withAxe } from './accessibility.ts'
import { openDashboard } from './dashboard.ts'
import type { Dashboard } from './dashboard.ts'
import { openDetails, overflow, seen, smallestText } from './layout.ts'

const DESKTOP = { width: 1280, height: 900 }
const TABLET = { width: 768, height: 1024 }
/** A small telephone, and what is left of a desktop at 400 % zoom (WCAG 1.4.10). */
const NARROW = { width: 320, height: 256 }
/** The width of an A4 page between its margins. */
const PAPER = { width: 680, height: 1000 }

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
  '/jamfor',
  '/metod/share_to_work_or_studies',
  `${AGREEMENT}?lang=en&publication=${content.id}`,
  '/avtal/finns-inte',
  '/?publication=finns-inte&lang=en',
] as const

/** The one script there is: it reads charts, comes after the content, and only where a chart is. */
const SCRIPT = expect.stringMatching(/^<script type="module" src="[^"]*read-points[^"]*"><\/script>$/)
const scriptsIn = (html: string) => html.match(/<script.*?<\/script>/gs) ?? []

let dashboard: Dashboard
let context: BrowserContext
let withoutScripts: BrowserContext
let page: Page
let plain: Page

// one page of each kind goes from address to address, as a reader does
beforeAll(async () => {
  dashboard = await openDashboard((publications) => writePublication(publications, content))
  context = await dashboard.browser.newContext({ viewport: DESKTOP })
  await withAxe(context)
  withoutScripts = await dashboard.browser.newContext({ viewport: DESKTOP, javaScriptEnabled: false })
  page = await context.newPage()
  plain = await withoutScripts.newPage()
})
afterAll(() => dashboard?.close())

test.each(PAGES)('%s is accessible, fits and is silent', async (path) => {
  const said: string[] = []
  const elsewhere: string[] = []
  page.removeAllListeners()
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(String(error)))
  page.on('request', (request) => {
    if (!request.url().startsWith(dashboard.address)) elsewhere.push(request.url())
  })
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' })
  await page.setViewportSize(DESKTOP)
  const response = await page.goto(dashboard.address + path)
  const missing = path.includes('finns-inte')
  expect(response?.status()).toBe(missing ? 404 : 200)
  const html = (await response?.text()) ?? ''
  expect(scriptsIn(html)).toEqual(html.includes('data-chart=') ? [SCRIPT] : [])
  const words = await seen(page)
  await openDetails(page)

  expect(['dark', await faultsIn(page)]).toEqual(['dark', []])
  expect(['focus', await unseenFocus(page)]).toEqual(['focus', []])
  await page.emulateMedia({ colorScheme: 'light' })
  for (const viewport of [DESKTOP, TABLET, NARROW]) {
    await page.setViewportSize(viewport)
    expect([viewport.width, await overflow(page)]).toEqual([viewport.width, []])
    expect(await smallestText(page)).toBeGreaterThanOrEqual(12)
  }
  expect(['light', await coloursAtFault(page)]).toEqual(['light', []])
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(PAPER)
  expect(['print', await overflow(page)]).toEqual(['print', []])

  // The browser itself tells of the status of an error page.
  expect(said.filter((text) => !missing || !text.includes('404'))).toEqual([])
  expect(elsewhere).toEqual([])
  await plain.goto(dashboard.address + path)
  expect(await seen(plain)).toEqual(words)
})
