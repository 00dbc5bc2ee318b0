/// <reference lib="dom" />
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { content } from '../../apps/dashboard/fixture/content.ts'
import { writePublication } from '../../apps/dashboard/fixture/write-publication.ts'
import { openDashboard } from './dashboard.ts'
import type { Dashboard } from './dashboard.ts'
import { difference, pictureOf } from './picture.ts'

const AGREEMENT = '/avtal/sollentuna-mojligheternas-plats'
const SCREENS = [
  ['start', '/'],
  ['agreement', AGREEMENT],
  ['indicator', `${AGREEMENT}/indikator/share_to_work_or_studies`],
  ['ways', `${AGREEMENT}/vagen-vidare`],
  ['economy', `${AGREEMENT}/ekonomi`],
  ['compare', '/jamfor'],
  ['method', '/metod'],
  ['quality', '/kvalitet'],
  ['corrections', '/rattelser'],
  ['data', '/data'],
] as const

/** The share of a page that may look otherwise in another browser; a chart that is gone is more. */
const TOLERATED = 0.012
const RENEW = process.env.RENEW_PICTURES === '1'

let dashboard: Dashboard
let page: Page
let canvas: Page

beforeAll(async () => {
  dashboard = await openDashboard((publications) => writePublication(publications, content))
  const viewport = { width: 1280, height: 900 }
  page = await dashboard.browser.newPage({ viewport, deviceScaleFactor: 0.4 })
  canvas = await dashboard.browser.newPage()
})
afterAll(() => dashboard?.close())

const fileOf = (name: string) => join(import.meta.dirname, 'pictures', `${name}.jpg`)

test.each(SCREENS)('the screen %s looks as it did', async (name, path) => {
  await page.goto(dashboard.address + path)
  const picture = await pictureOf(page)
  expect(picture.length).toBeLessThan(60_000)
  const file = fileOf(name)
  if (RENEW) await writeFile(file, picture)
  expect(existsSync(file), `${file} is missing; run with RENEW_PICTURES=1 to make it`).toBe(true)
  const share = await difference(canvas, await readFile(file), picture)
  const now = join(tmpdir(), `utfall-${name}.jpg`)
  if (share > TOLERATED) await writeFile(now, picture)
  expect(
    share,
    `${path} now looks like ${now}, not like ${file}. If it should, run with RENEW_PICTURES=1 and commit the new pictures`,
  ).toBeLessThanOrEqual(TOLERATED)
})

test('a chart that is gone is seen', async () => {
  await page.goto(dashboard.address + AGREEMENT)
  await page
    .locator('figure .chart')
    .first()
    .evaluate((chart) => (chart.style.visibility = 'hidden'))
  const share = await difference(canvas, await readFile(fileOf('agreement')), await pictureOf(page))
  expect(share).toBeGreaterThan(TOLERATED)
})
