/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { content } from '../../apps/dashboard/fixture/content.ts'
import { writePublication } from '../../apps/dashboard/fixture/write-publication.ts'
import { openDashboard } from './dashboard.ts'
import type { Dashboard } from './dashboard.ts'

const AGREEMENT = '/avtal/sollentuna-mojligheternas-plats'
const INDICATOR = `${AGREEMENT}/indikator/share_to_work_or_studies`

let dashboard: Dashboard

beforeAll(async () => {
  dashboard = await openDashboard((publications) => writePublication(publications, content))
})
afterAll(() => dashboard?.close())

const get = (path: string, init?: RequestInit) => fetch(dashboard.address + path, init)
const textOf = async (path: string) => (await get(path)).text()
const tagOf = async (path: string, headers = {}) => (await get(path, { headers })).headers.get('etag')

test('the committee page is at most two A4 pages', async () => {
  const page = await dashboard.browser.newPage()
  for (const query of ['', '?lang=en']) {
    await page.goto(dashboard.address + AGREEMENT + query)
    const print = (pageRanges: string) =>
      page.pdf({ preferCSSPageSize: true, printBackground: true, pageRanges })
    expect((await print('1-2')).length).toBeGreaterThan(10_000)
    await expect(print('3')).rejects.toThrow(/page range/i)
  }
  await page.close()
})

test('everything is reached by keyboard, and what has focus is seen to have it', async () => {
  const page = await dashboard.browser.newPage()
  await page.goto(dashboard.address + AGREEMENT)
  const focusable = await page
    .locator('a[href], summary, [tabindex="0"]')
    .evaluateAll((elements) => elements.filter((element) => element.checkVisibility()).length)
  const reached = new Set<string>()
  for (let step = 0; step < focusable; step++) {
    await page.keyboard.press('Tab')
    const focus = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return undefined
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      const { top, bottom } = element.getBoundingClientRect()
      return {
        html: element.outerHTML,
        outlineStyle,
        outlineWidth,
        seen: bottom > 0 && top < window.innerHeight,
      }
    })
    expect(focus).toMatchObject({ outlineStyle: 'solid', outlineWidth: '3px', seen: true })
    reached.add(`${step} ${focus?.html}`)
  }
  expect(reached.size).toBe(focusable)
  await page.close()
})

test('the first stop leads past the menu', async () => {
  const page = await dashboard.browser.newPage()
  await page.goto(dashboard.address)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
  await page.close()
})

test('English is one click away and stays from page to page', async () => {
  const page = await dashboard.browser.newPage()
  await page.goto(dashboard.address + AGREEMENT)
  expect(await page.getAttribute('html', 'lang')).toBe('sv')
  await page.getByRole('link', { name: 'English' }).click()
  await page.waitForURL(/lang=en/)
  expect(await page.getAttribute('html', 'lang')).toBe('en')
  expect(await page.locator('h2').allInnerTexts()).toContain('The goals')
  await page
    .getByRole('link', { name: /^Show how this was counted/ })
    .first()
    .click()
  await page.waitForURL(/indikator/)
  expect(await page.locator('h2').allInnerTexts()).toContain('How it was counted')
  await page.getByRole('link', { name: 'Svenska' }).click()
  await page.waitForURL((url) => !url.search.includes('lang'))
  expect(await page.locator('h2').allInnerTexts()).toContain('Så räknades talet')
  await page.close()
})

test('no page has a script of its own, another host or a cookie', async () => {
  const response = await get(AGREEMENT)
  const policy = response.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(/script-src[^;]*/.exec(policy)?.[0]).not.toContain('unsafe')
  expect(response.headers.get('set-cookie')).toBeNull()
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('strict-transport-security')).toBeNull()
  const behindTls = await get(AGREEMENT, { headers: { 'x-forwarded-proto': 'https' } })
  expect(behindTls.headers.get('strict-transport-security')).toContain('max-age')
  expect(await response.text()).not.toMatch(
    /<script(?! type="module" src="\/_app\/)|https?:\/\/(?!127\.0\.0\.1|www\.w3\.org)/,
  )
})

test('a page is sent once, compressed; whoever has it is told so', async () => {
  const first = await get(AGREEMENT, { headers: { 'accept-encoding': 'br' } })
  expect(first.headers.get('content-encoding')).toBe('br')
  expect(first.headers.get('vary')).toBe('accept-encoding')
  expect(first.headers.get('cache-control')).toBe('no-cache')
  const etag = first.headers.get('etag') ?? ''
  expect(etag).toMatch(/^"[\w-]+"$/)
  const known = { 'accept-encoding': 'br', 'if-none-match': etag }
  const again = await get(AGREEMENT, { headers: known })
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
  expect(again.headers.get('content-security-policy')).toBe(first.headers.get('content-security-policy'))
  expect((await get(`${AGREEMENT}?lang=en`, { headers: known })).status).toBe(200)
})

test('nobody can make a page say what it did not say', async () => {
  const plain = await tagOf(AGREEMENT)
  expect(await tagOf(`${AGREEMENT}?ovidkommande=%3Cscript%3E`)).toBe(plain)
  expect(await tagOf(AGREEMENT.replace('avtal', '%61vtal'))).toBe(plain)
  const forged = { 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-proto': 'https' }
  expect(await tagOf(AGREEMENT, forged)).toBe(plain)
  expect(await textOf(AGREEMENT)).not.toMatch(/ovidkommande|elsewhere/)
})

test('asked for its head alone a page has the same tag, length and coding', async () => {
  const of = async (method: string) => {
    const { status, headers } = await get(AGREEMENT, { method, headers: { 'accept-encoding': 'gzip' } })
    return [
      status,
      ...['etag', 'content-length', 'content-encoding', 'vary'].map((name) => headers.get(name)),
    ]
  }
  const head = await of('HEAD')
  expect(head).toEqual(await of('GET'))
  expect(head[1]).toMatch(/-gzip"$/)
  const known = { 'accept-encoding': 'gzip', 'if-none-match': String(head[1]) }
  expect((await get(AGREEMENT, { headers: known })).status).toBe(304)
})

test.each([
  ['/%zz', 400],
  ['/avtal/%E4', 400],
  ['/%25zz', 404],
  ['/?%zz=1', 200],
] as const)('%s is answered with a page, and so is who asks next', async (path, status) => {
  const response = await get(path)
  expect([response.status, await response.text()]).toEqual([status, expect.stringContaining('<main')])
  expect((await get('/')).status).toBe(200)
})

test('the committee page has at most 90 kB of compressed script', async () => {
  const sources = [...(await textOf(AGREEMENT)).matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(
    ([, path]) => path,
  )
  expect(sources.length).toBeGreaterThan(0)
  const sizes = sources.map(async (path = '') => {
    const script = await get(new URL(path, dashboard.address + AGREEMENT).pathname, {
      headers: { 'accept-encoding': 'br' },
    })
    expect([path, script.status, script.headers.get('content-encoding')]).toEqual([path, 200, 'br'])
    expect(script.headers.get('cache-control')).toContain('immutable')
    return Number(script.headers.get('content-length'))
  })
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  expect(total).toBeGreaterThan(0)
  expect(total).toBeLessThanOrEqual(90_000)
})

test('every file of the publication can be had, as it was published', async () => {
  const manifest = JSON.parse(await textOf('/data/manifest.json'))
  const paths: string[] = manifest.files.map(({ path }: { path: string }) => path)
  expect(paths).toContain('results.arrow')
  for (const path of paths) {
    const response = await get(`/data/${path}`)
    expect([path, response.status]).toEqual([path, 200])
    const published = await readFile(join(dashboard.publications, content.id, path))
    expect(Buffer.from(await response.arrayBuffer()).equals(published)).toBe(true)
  }
  const csv = await get('/data/results.csv')
  expect(csv.headers.get('content-type')).toContain('text/csv')
  const again = await get('/data/results.csv', {
    headers: { 'if-none-match': csv.headers.get('etag') ?? '' },
  })
  expect(again.status).toBe(304)
})

test.each([
  '/data/..%2f..%2fcurrent',
  '/data/%2e%2e/current',
  '/data/nothing.csv',
  '/?publication=..',
  '/?publication=..%2fpublications',
  '/avtal/..%2f..',
  `${AGREEMENT}/indikator/nothing`,
  `${AGREEMENT}/indikator/nothing/data.csv`,
])('%s is not found', async (path) => {
  expect((await get(path)).status).toBe(404)
})

test('the rows behind a figure come in both profiles of CSV', async () => {
  const open = await textOf(`${INDICATOR}/data.csv?uppdelning=gender&per=agreement_year`)
  const lines = open.trimEnd().split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatch(/^agreement,indicator,/)
  expect(lines.slice(1).every((line) => line.includes('"gender"'))).toBe(true)
  const excel = await (await get(`${INDICATOR}/data.csv?profil=excel`)).arrayBuffer()
  expect([...new Uint8Array(excel.slice(0, 3))]).toEqual([0xef, 0xbb, 0xbf])
  expect(new TextDecoder().decode(excel)).toContain(';0,')
})

test('a figure can be had as a drawing and as a picture, whole in itself', async () => {
  const drawing = await get(`${INDICATOR}/figur.svg?per=tertial`)
  expect(drawing.headers.get('content-type')).toContain('image/svg+xml')
  const svg = await drawing.text()
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
  expect(svg).toContain('Källa: Möjligheternas Plats')
  expect(svg).toMatch(/>\.\.<\/tspan>/)
  const page = await dashboard.browser.newPage()
  await page.goto(`${dashboard.address}/om`)
  const parsed = await page.evaluate(
    (text) => new DOMParser().parseFromString(text, 'image/svg+xml').documentElement.tagName,
    svg,
  )
  expect(parsed).toBe('svg')
  await page.close()

  const picture = await get(`${AGREEMENT}/ekonomi/figur.png?per=tertial&uppdelning=total`)
  const bytes = new DataView(await picture.arrayBuffer())
  expect(bytes.getUint32(0)).toBe(0x89504e47)
  expect(bytes.getUint32(16)).toBe(1800)
  expect((await get(`${INDICATOR}/figur.gif?per=tertial`)).status).toBe(404)
})
