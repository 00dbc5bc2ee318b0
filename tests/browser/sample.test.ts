/// <reference lib="dom" />
import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsIn, withAxe } from './accessibility.ts'
import { openDashboard } from './dashboard.ts'
import type { Dashboard } from './dashboard.ts'
import { currentPublication, publishedResults } from '../pipeline/published-results.ts'
import { sampleRun } from '../pipeline/sample.ts'
import { shownOn } from './withheld.ts'

const COMMITTEE_PAGES = [
  '/avtal/sollentuna-mojligheternas-plats',
  '/avtal/eskilstuna-stadsmissionen',
] as const

const { home } = await sampleRun()

let dashboard: Dashboard

beforeAll(async () => {
  const sample = join(home, 'publications')
  dashboard = await openDashboard((publications) => cp(sample, publications, { recursive: true }))
})
afterAll(() => dashboard?.close())

test.each(COMMITTEE_PAGES)('%s of the sample is accessible, fits, and prints on two pages', async (path) => {
  const context = await dashboard.browser.newContext({ viewport: { width: 320, height: 900 } })
  await withAxe(context)
  const page = await context.newPage()
  const response = await page.goto(dashboard.address + path)
  expect(response?.status()).toBe(200)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  expect(await faultsIn(page)).toEqual([])
  await expect(page.pdf({ preferCSSPageSize: true, pageRanges: '3' })).rejects.toThrow(/page range/i)
  await context.close()
})

test('every page that the sample links to is there', async () => {
  const waiting = ['/']
  const seen = new Set<string>()
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    const response = await fetch(dashboard.address + path)
    expect([path, response.status]).toEqual([path, 200])
    if (!response.headers.get('content-type')?.startsWith('text/html')) continue
    const links = [...(await response.text()).matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map(
      ([, link = '']) => link,
    )
    waiting.push(...links.filter((link) => !link.includes('?')))
  }
  expect(seen.size).toBeGreaterThan(100)
})

const COUNTS = ['unique_participants', 'enrolled_participants', 'leavers', 'stayers', 'new_participants']

/** What tables are made up of, in the order in which it stands whatever the numbers are. */
const ORDER = [
  ['mars–april 2025', 'maj–augusti 2025', 'september–december 2025'],
  ['januari–april 2026', 'maj–augusti 2026', 'september–oktober 2026'],
  ['Mötesplats', 'Självledarskapsutbildningar', 'Aktiv fritid', 'Karriärvägledning'],
  ['Kvinnor', 'Män', 'Annat kön', 'Okänt kön'],
  ['13–15 år', '16–19 år', '20–24 år', '25–29 år', 'Okänd ålder'],
  ['Edsberg', 'Helenelund', 'Häggvik', 'Norrviken', 'Rotebro', 'Tureberg', 'Viby', 'Okänt område'],
].flat()

test.each(COUNTS)(
  'whatever is withheld of %s looks the same, in words, pictures and files',
  async (indicator) => {
    const agreement = 'sollentuna-mojligheternas-plats'
    const rows = (await publishedResults(home)).filter(
      (row) => row.agreement === agreement && row.indicator === indicator,
    )
    const file = await readFile(join(currentPublication(home), 'results.csv'), 'utf8')
    const lines = new Set(file.trim().split('\r\n'))
    const path = `/avtal/${agreement}/indikator/${indicator}`
    const { signs, strangers, gaps, axes, orders, added } = await shownOn(dashboard.address, path, {
      rows,
      lines,
    })
    expect(signs.length).toBeGreaterThan(0)
    expect(signs.filter((ways) => ways.length > 1)).toEqual([])
    expect(gaps.length).toBeGreaterThan(0)
    // whatever the number would have been, its gap is as long as those beside it
    expect(gaps.filter((lengths) => lengths.length > 1)).toEqual([])
    expect(strangers).toEqual([])
    expect(axes.length).toBeGreaterThan(0)
    const targets = new Set(rows.map(({ target }) => target))
    expect(axes.filter(({ end, greatest }) => end !== greatest && !targets.has(end))).toEqual([])
    expect(orders.length).toBeGreaterThan(3)
    expect(orders).toEqual(orders.map((names) => ORDER.filter((name) => names.includes(name))))
    expect(added).toEqual([])
  },
)
