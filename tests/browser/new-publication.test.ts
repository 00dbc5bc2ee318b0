import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { content } from '../../apps/dashboard/fixture/content.ts'
import { writePublication } from '../../apps/dashboard/fixture/write-publication.ts'
import { openDashboard } from './dashboard.ts'
import type { Dashboard } from './dashboard.ts'

const AGREEMENT = '/avtal/sollentuna-mojligheternas-plats'

let dashboard: Dashboard

beforeAll(async () => {
  dashboard = await openDashboard()
})
afterAll(() => dashboard?.close())

const get = (path: string) => fetch(dashboard.address + path)
const textOf = async (path: string) => (await get(path)).text()

async function untilItSays(path: string, text: string): Promise<void> {
  for (let tries = 0; tries < 30; tries++) {
    if ((await textOf(path)).includes(text)) return
    await wait(100)
  }
  throw new Error(`${path} does not say "${text}" within three seconds`)
}

test('the first publication, a new one, a broken one and an earlier one', async () => {
  const before = await get('/')
  expect(before.status).toBe(503)
  expect(await before.text()).toContain('Ingenting är publicerat än')
  await writePublication(dashboard.publications, content)
  await untilItSays('/', 'Möjligheternas Plats')

  const [first, ...others] = content.agreements
  if (!first) throw new Error('the fixture has no agreement')
  const renamed = {
    ...content,
    id: '2026-10-01-d4e5f6',
    agreements: [{ ...first, title: 'Nytt namn' }, ...others],
  }
  await writePublication(dashboard.publications, renamed)
  await untilItSays(AGREEMENT, 'Nytt namn')

  const broken = await writePublication(dashboard.publications, { ...content, id: '2026-11-01-broken' })
  await writeFile(join(broken, 'goals.arrow'), 'cut short')
  await wait(1500)
  expect(await textOf(AGREEMENT)).toContain('Nytt namn')

  const earlier = await textOf(`${AGREEMENT}?publication=${content.id}`)
  expect(earlier).toContain('äldre publikation')
  expect(earlier).not.toContain('Nytt namn')
  expect((await get(`/?publication=2026-11-01-broken`)).status).toBe(404)
})
