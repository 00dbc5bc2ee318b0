import { dirname, join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { content } from '../../apps/dashboard/fixture/content.ts'
import { writePublication } from '../../apps/dashboard/fixture/write-publication.ts'
import { sealWith } from '../../apps/dashboard/src/lib/access/sealed.ts'
import { en } from '../../apps/dashboard/src/lib/words/messages/en.ts'
import { sv } from '../../apps/dashboard/src/lib/words/messages/sv.ts'
import { faultsIn, withAxe } from './accessibility.ts'
import { openDashboard } from './dashboard.ts'
import type { Dashboard } from './dashboard.ts'
import { openIdentityProvider } from './identity-provider.ts'
import type { IdentityProvider } from './identity-provider.ts'

const AGREEMENT = '/avtal/sollentuna-mojligheternas-plats'
const INDICATOR = `${AGREEMENT}/indikator/share_to_work_or_studies`
const DRAFT = '2026-12-01-draft'
const SECRET = 'a secret that is long enough for a test of it'
const ROLES = new Map([
  ['lasare', ['utfall-reader', 'something else']],
  ['analytiker', ['utfall-analyst']],
])

let dashboard: Dashboard
let provider: IdentityProvider
const seal = () => sealWith(SECRET, `${provider.issuer}/ ${provider.clientId}`)

beforeAll(async () => {
  dashboard = await openDashboard(
    async (publications) => {
      await writePublication(publications, content)
      await writePublication(join(dirname(publications), 'drafts'), { ...content, id: DRAFT })
    },
    async (address) => {
      provider = await openIdentityProvider(address, (account) => ROLES.get(account) ?? [])
      return {
        ACCESS: 'members',
        ORIGIN: address,
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: provider.clientId,
        OIDC_CLIENT_SECRET: provider.clientSecret,
        OIDC_ROLES_CLAIM: 'realm_access.roles',
        OIDC_READER_ROLE: 'utfall-reader',
        OIDC_ANALYST_ROLE: 'utfall-analyst',
        SESSION_SECRET: SECRET,
      }
    },
  )
})
afterAll(async () => {
  await dashboard?.close()
  await provider?.close()
})

const get = (path: string, init: RequestInit = {}) =>
  fetch(dashboard.address + path, { redirect: 'manual', ...init })

/** A reader at a browser without script, who has not been here before. */
async function visit(path: string): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await dashboard.browser.newContext({ javaScriptEnabled: false })
  // the provider's own pages ask for a font from afar
  await context.route(/googleapis/, (route) => route.abort())
  const page = await context.newPage()
  await page.goto(dashboard.address + path)
  return { context, page }
}

async function signIn(page: Page, account: string): Promise<void> {
  await page.getByRole('link', { name: /^(Logga in|Sign in)$/ }).click()
  await page.getByPlaceholder('Enter any login').fill(account)
  await page.getByPlaceholder('and password').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.waitForURL((url) => url.origin === dashboard.address)
}

const EVERY_KIND = [
  '/',
  AGREEMENT,
  `${INDICATOR}?lang=en&per=year`,
  `${INDICATOR}/data.csv`,
  `${INDICATOR}/figur.svg`,
  `${AGREEMENT}/ekonomi/figur.png`,
  '/data/results.arrow',
  '/data/manifest.json',
  '/om',
  `/?publication=${DRAFT}`,
  '/finns-inte',
]

test.each(EVERY_KIND)('%s is shown to nobody without a session', async (path) => {
  const person = await get(path, { headers: { accept: 'text/html', 'if-none-match': '*' } })
  expect([person.status, await person.text()]).toEqual([303, ''])
  const [, query] = (person.headers.get('location') ?? '').split('/logga-in?')
  expect(new URLSearchParams(query).get('till')).toBe(path)
  for (const init of [{}, { method: 'HEAD' }, { headers: { cookie: 'utfall=guessed' } }]) {
    const answer = await get(path, init)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([401, 'private, no-cache'])
    expect(await answer.text()).not.toContain('Möjligheternas')
  }
})

test('neither is the data of a page', async () => {
  for (const path of ['/__data.json', `${AGREEMENT}/__data.json`]) {
    expect((await get(path, { headers: { accept: 'text/html' } })).status).toBe(401)
  }
  const wayIn = await (await get('/logga-in')).text()
  expect(wayIn).not.toMatch(/Möjligheternas|Publikation|2026/)
})

test('whoever watches the server needs no session, and neither do fonts and the like', async () => {
  expect(await (await get('/halsa')).text()).toBe('ok\n')
  expect((await get('/icon.svg')).status).toBe(200)
})

test('a reader signs in, comes back to the page, and signs out again', async () => {
  const { context, page } = await visit(`${AGREEMENT}?lang=en`)
  expect(await page.locator('main').innerText()).toContain(en.signIn.title)
  await signIn(page, 'lasare')
  expect(page.url()).toBe(`${dashboard.address}${AGREEMENT}?lang=en`)
  expect(await page.locator('h2').allInnerTexts()).toContain('The goals')
  const [cookie, ...others] = await context.cookies(dashboard.address)
  expect(cookie).toMatchObject({ name: 'utfall', httpOnly: true, sameSite: 'Lax', path: '/', expires: -1 })
  expect([others.length, cookie?.value.includes('lasare')]).toEqual([0, false])

  const answer = await page.goto(`${dashboard.address}${AGREEMENT}`)
  expect(await answer?.headerValue('cache-control')).toBe('private, no-cache')
  expect(await answer?.headerValue('etag')).toMatch(/^"/)
  expect((await page.goto(`${dashboard.address}/?publication=${DRAFT}`))?.status()).toBe(404)
  await page.goto(`${dashboard.address}/data`)
  expect(await page.content()).not.toContain(DRAFT)

  await page.getByRole('button', { name: sv.signOut.button }).click()
  await page.getByRole('button', { name: 'Yes, sign me out' }).click()
  await page.waitForURL(`${dashboard.address}/logga-ut**`)
  expect(await page.locator('main').innerText()).toContain(sv.signOut.done)
  expect(await context.cookies(dashboard.address)).toEqual([])
  await page.goto(dashboard.address)
  expect(page.url()).toContain('/logga-in')
  await page.getByRole('link', { name: 'Logga in' }).click()
  expect(await page.getByPlaceholder('and password').isVisible()).toBe(true)
  await context.close()
})

test('an analyst sees a draft, and that it is one', async () => {
  const { context, page } = await visit('/data')
  await signIn(page, 'analytiker')
  await page.getByRole('link', { name: DRAFT }).click()
  expect(await page.locator('aside').innerText()).toContain(sv.site.draft)
  expect((await page.goto(`${dashboard.address}${AGREEMENT}?publication=${DRAFT}`))?.status()).toBe(200)
  const text = await page.locator('body').innerText()
  expect(text).toContain('ur ett utkast från')
  expect(text).not.toMatch(/publicerade? \d/)
  await page.goto(dashboard.address)
  expect(await page.content()).not.toContain(DRAFT)
  await context.close()
})

test('who has no role is told so, and is not let in', async () => {
  const { context, page } = await visit('/')
  await signIn(page, 'nagon-annan')
  expect(await page.locator('main').innerText()).toContain(sv.signInFailures.no_role.title)
  expect(await context.cookies(dashboard.address)).toEqual([])
  // asked again who it is, though the provider knows
  await page.getByRole('link', { name: sv.signInFailures.no_role.onwards }).click()
  expect(await page.getByPlaceholder('and password').isVisible()).toBe(true)
  await context.close()
})

test('a session ends after eight hours, and one that was tampered with never began', async () => {
  const { context, page } = await visit('/')
  const hold = async (value: string) => {
    await context.addCookies([{ name: 'utfall', value, url: dashboard.address }])
    await page.goto(`${dashboard.address}/jamfor`)
    return page.locator('main').innerText()
  }
  const fresh = await seal().close('session', { role: 'reader' }, 60)
  expect(await hold(fresh)).toContain(sv.comparePage.title)
  expect(await hold(await seal().close('session', { role: 'reader' }, -1))).toContain(sv.signIn.expired)
  const forged = [
    fresh.slice(0, -4) + (fresh.endsWith('AAAA') ? 'BBBB' : 'AAAA'),
    await seal().close('sign-in', { role: 'analyst' }, 60),
    await seal().close('session', { role: 'administrator' }, 60),
    await sealWith('a secret of somebody else, just as long', `${provider.issuer}/ utfall`).close(
      'session',
      { role: 'reader' },
      60,
    ),
    'eyJhbGciOiJub25lIn0.eyJyb2xlIjoicmVhZGVyIn0.',
  ]
  for (const value of forged) {
    const text = await hold(value)
    expect(text).toContain(sv.signIn.title)
    expect(text).not.toContain(sv.signIn.expired)
  }
  await context.close()
})

test('an answer that nobody waits for lets nobody in', async () => {
  const answer = await get('/logga-in/svar?code=stolen&state=guessed', { headers: { accept: 'text/html' } })
  expect(answer.headers.get('location')).toBe('/logga-in?besked=unfinished')
  expect(answer.headers.get('set-cookie')).toBeNull()
})

test('another site can sign nobody out', async () => {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    cookie: `utfall=${await seal().close('session', { role: 'reader' }, 60)}`,
  }
  const post = (origin: string) => get('/logga-ut', { method: 'POST', headers: { ...headers, origin } })
  const foreign = await post('https://elsewhere.example')
  expect([foreign.status, foreign.headers.get('set-cookie')]).toEqual([403, null])
  const own = await post(dashboard.address)
  expect([own.status, own.headers.get('refresh')]).toEqual([200, expect.stringContaining(provider.issuer)])
  expect(own.headers.get('set-cookie')).toMatch(/^utfall=;.*Max-Age=0/)
})

test.each([
  ['logga-in', sv.signIn.title, 200],
  ['logga-in?besked=refused', sv.signInFailures.refused.title, 403],
  ['logga-in?besked=unfinished&lang=en', en.signInFailures.unfinished.title, 400],
  ['logga-in?besked=unreachable', sv.signInFailures.unreachable.title, 503],
])('%s says what it is', async (path, title, status) => {
  const answer = await get(`/${path}`)
  expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(`>${title}</h1>`)])
})

test('everyone can read what is said at the door', async () => {
  const context = await dashboard.browser.newContext({ viewport: { width: 320, height: 640 } })
  await withAxe(context)
  const page = await context.newPage()
  for (const [path, title] of [
    ['logga-in?besked=utgangen', sv.signIn.title],
    ['logga-in?besked=no_role&lang=en', en.signInFailures.no_role.title],
    ['logga-ut', sv.signOut.done],
  ]) {
    await page.goto(`${dashboard.address}/${path}`)
    expect([await page.locator('h1').innerText(), await faultsIn(page)]).toEqual([title, []])
  }
  await context.close()
})

// last, for it takes the provider away
test('where the provider is silent that is said, and who is in stays in', async () => {
  await provider.close()
  const { context, page } = await visit('/')
  await page.getByRole('link', { name: 'Logga in' }).click()
  expect(await page.locator('main').innerText()).toContain(sv.signInFailures.unreachable.title)
  const value = await seal().close('session', { role: 'reader' }, 60)
  await context.addCookies([{ name: 'utfall', value, url: dashboard.address }])
  expect((await page.goto(dashboard.address))?.status()).toBe(200)
  await page.getByRole('button', { name: sv.signOut.button }).click()
  expect(await page.locator('main').innerText()).toContain(sv.signOut.done)
  await context.close()
})
