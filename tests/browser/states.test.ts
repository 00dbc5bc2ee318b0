import type { ResultRow } from '@utfall/contracts'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { content } from '../../apps/dashboard/fixture/content.ts'
import { writePublication } from '../../apps/dashboard/fixture/write-publication.ts'
import { sv } from '../../apps/dashboard/src/lib/words/messages/sv.ts'
import { faultsIn, withAxe } from './accessibility.ts'
import { openDashboard } from './dashboard.ts'
import type { Dashboard } from './dashboard.ts'

const AGREEMENT = '/avtal/sollentuna-mojligheternas-plats'
const INDICATOR = 'share_to_work_or_studies'
const NOT_DUE = '2026-01-01-not-due'
const NO_DATA = '2026-01-02-no-data'
const NOT_OVER = '2026-01-04-not-over'
const BROKEN = '2026-01-03-broken'

/** The same publication, in which nothing can be said of one indicator. */
function silentOn(id: string, status: ResultRow['status']) {
  const nothing = { value: null, ci_low: null, ci_high: null, trust: 'withheld', status } as const
  const counts = { numerator: null, denominator: null, unknown: null }
  const { results, goals } = structuredClone(content)
  for (const row of results.filter(({ indicator }) => indicator === INDICATOR)) {
    Object.assign(row, nothing, counts)
  }
  for (const row of goals.filter(({ indicator }) => indicator === INDICATOR)) {
    Object.assign(row, nothing, { verdict: 'cannot_be_judged' })
  }
  return { ...content, id, results, goals }
}

/** The same publication, made before one of its periods was over. */
function inTheMiddleOf(period: string, id: string) {
  const { results } = structuredClone(content)
  for (const row of results.filter((each) => each.period === period)) Object.assign(row, { complete: false })
  return { ...content, id, results }
}

let dashboard: Dashboard
let page: Page

// one server holds every world: the earlier publications are asked for by their addresses
beforeAll(async () => {
  dashboard = await openDashboard(async (publications) => {
    await writePublication(publications, silentOn(NOT_DUE, 'not_due'))
    await writePublication(publications, silentOn(NO_DATA, 'no_data'))
    await writePublication(publications, inTheMiddleOf('2026-T2', NOT_OVER))
    const broken = await writePublication(publications, { ...content, id: BROKEN })
    await writeFile(join(broken, 'results.arrow'), 'cut short')
    await writePublication(publications, content)
  })
  const context = await dashboard.browser.newContext()
  await withAxe(context)
  page = await context.newPage()
})
afterAll(() => dashboard?.close())

const { noDeliveries } = sv.agreementPage
const { unknownPublication } = sv.site
const { status } = sv.codes

test.each([
  ['an agreement without deliveries', '/avtal/nytt-avtal', [noDeliveries.title, noDeliveries.text]],
  [
    'a period that is not over',
    `${AGREEMENT}/indikator/${INDICATOR}?publication=${NOT_OVER}`,
    [sv.figures.incompleteNote],
  ],
  ['a figure that is suppressed', `${AGREEMENT}/indikator/${INDICATOR}`, ['..', sv.figures.withheldNote]],
  ['too few people', `${AGREEMENT}/indikator/self_efficacy_change`, ['..', status.too_few]],
  [
    'a figure that cannot be computed',
    '/avtal/eskilstuna-stadsmissionen/indikator/unique_participants',
    [status.not_computable],
  ],
  [
    'too early to measure',
    `${AGREEMENT}/indikator/${INDICATOR}?publication=${NOT_DUE}`,
    ['–', status.not_due],
  ],
  ['no data', `${AGREEMENT}/indikator/${INDICATOR}?publication=${NO_DATA}`, ['–', status.no_data]],
  ['too early to measure, to a committee', `${AGREEMENT}?publication=${NOT_DUE}`, ['–', status.not_due]],
  [
    'a publication that is broken',
    `/?publication=${BROKEN}`,
    [unknownPublication.title, unknownPublication.text],
  ],
])('%s is said in words', async (_state, path, words) => {
  const response = await page.goto(dashboard.address + path)
  expect(response?.status()).toBe(path.includes(BROKEN) ? 404 : 200)
  const text = await page.locator('main').innerText()
  for (const each of words) expect(text.toLowerCase()).toContain(each.toLowerCase())
  expect(text).not.toMatch(/undefined|null|NaN|\[object/)
  expect(await faultsIn(page)).toEqual([])
})
