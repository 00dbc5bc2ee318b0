import { chmodSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { ExpectedFault } from '@utfall/contracts'
import { queryRows } from '@utfall/warehouse'
import type { Warehouse } from '@utfall/warehouse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { countPeople } from '../count.ts'
import { preparePeriods } from '../periods.ts'
import { openExample } from '../publication/example.ts'
import { writePublication } from '../publication/write.ts'
import { INDICATORS_FOLDER } from '../index.ts'
import { readRegistry } from '../registry.ts'
import { agreementOf, deliver, figureOf, figures, openWorld } from '../small-world.ts'
import { enterReleases } from './ledger.ts'
import { protect } from './protect.ts'

const AS_OF = '2026-04-30'
const LOOKED_AT = new Set([
  'unique_participants',
  'new_participants',
  'attendances',
  'leavers',
  'share_to_work',
  'share_to_studies',
])
const { indicators, ...registry } = readRegistry([INDICATORS_FOLDER])
const lookedAt = { ...registry, indicators: indicators.filter(({ header }) => LOOKED_AT.has(header.id)) }

const visits = (activity: string, size: number, prefix = activity) =>
  Array.from({ length: size }, (_, index) => ({
    person: `${prefix}${index}`,
    date: '2025-03-03',
    activity,
    gender: prefix === 'cafe' ? 'woman' : 'man',
    birth_year: 2009,
  }))

const left = (end_reason: string, size: number, end_date = '2025-06-30') =>
  Array.from({ length: size }, (_, index) => ({
    person: `${end_reason}${index}`,
    start_date: '2025-03-01',
    end_date,
    end_reason,
    occupation_at_start: 'studies',
  }))

describe('a publication that comes after others', () => {
  let world: Warehouse
  let published = 0

  async function publishAgain() {
    const agreements = [agreementOf({ period: { start: '2025-03-01', end: '2025-12-31' } })]
    await preparePeriods(world.connection, agreements, AS_OF)
    await countPeople(world.connection, lookedAt, AS_OF)
    await protect(world.connection)
    published += 1
    await world.connection.run(
      `insert into published_figure by name
      select $publication as publication, make_timestamp(2026, 5, $day::bigint, 0, 0, 0) as created, $as_of::date as as_of,
        result.* exclude (period_start, period_end, target, goal, trust, unit, people, smallest_part)
      from result`,
      { publication: `p${published}`, day: published, as_of: AS_OF },
    )
    return figures(world)
  }
  const inYear = (category = '', breakdown?: string) =>
    figureOf(world, 'unique_participants', '2025', category, breakdown)

  beforeAll(async () => {
    world = await openWorld()
    await deliver(world, {
      attendance: [...visits('cafe', 30), ...visits('course', 20), ...visits('sports', 3)],
    })
  })
  afterAll(() => world.close())

  test('says the same where nothing has changed', async () => {
    const first = await publishAgain()
    expect(first.filter(({ status }) => status === 'ok').length).toBeGreaterThan(20)
    expect(await publishAgain()).toEqual(first)
  })

  test('keeps a figure as it was while one person is all that has changed', async () => {
    const before = await inYear()
    await deliver(world, { attendance: visits('cafe', 1, 'late') })
    await publishAgain()
    expect(before).toMatchObject({ status: 'ok', value: 53, note: '' })
    expect(await inYear()).toMatchObject({ status: 'ok', value: 53, note: 'correction_waits' })
    expect(await inYear('woman', 'gender')).toMatchObject({ status: 'ok', value: 30, note: '' })
    expect(await figureOf(world, 'attendances', '2025')).toMatchObject({
      value: 50,
      note: 'correction_waits',
    })
  })

  test('shows the whole of it when enough have changed', async () => {
    await deliver(world, { attendance: visits('cafe', 8, 'later') })
    await publishAgain()
    expect(await inYear()).toMatchObject({ status: 'ok', value: 62, note: '' })
  })

  test('goes on hiding what was hidden, though it has grown', async () => {
    expect(await inYear('sports')).toMatchObject({ status: 'suppressed', value: null })
    await deliver(world, { attendance: visits('sports', 20, 'new') })
    await publishAgain()
    expect(await inYear('sports')).toMatchObject({ status: 'suppressed', value: null })
    expect(await inYear()).toMatchObject({ status: 'ok', value: 82, note: '' })
  })

  test('withholds where people went while one of them went elsewhere than was said', async () => {
    const ways = () =>
      queryRows(
        world.connection,
        z.object({ to_status: z.string(), count: z.number().nullable() }),
        `select to_status, count from transition where stage = 'exit' order by to_status`,
      )
    await deliver(world, { engagements: [...left('studies', 20), ...left('work', 20)] })
    await publishAgain()
    expect(await ways()).toEqual([
      { to_status: 'studies', count: 20 },
      { to_status: 'work', count: 20 },
    ])
    const [corrected] = left('studies', 1, '2025-07-31')
    await deliver(world, { engagements: [{ ...corrected, end_reason: 'work' }] })
    await publishAgain()
    expect(await figureOf(world, 'leavers', '2025')).toMatchObject({ value: 40, note: '' })
    expect(await figureOf(world, 'share_to_work', '2025')).toMatchObject({
      numerator: 20,
      note: 'correction_waits',
    })
    expect((await ways()).map(({ count }) => count)).toEqual([null, null])
  })
})

test('the ledger holds every publication once, and keeps it when its folder is gone', async () => {
  const { warehouse, writing, home } = await openExample()
  const { id, folder } = await writePublication(writing)
  const entered = () =>
    queryRows(
      warehouse.connection,
      z.object({ publication: z.string(), figures: z.number() }),
      'select publication, count(*)::integer as figures from published_figure group by publication',
    )
  await enterReleases(warehouse.connection, home.publications)
  await enterReleases(warehouse.connection, home.publications)
  rmSync(join(folder), { recursive: true, force: true })
  await enterReleases(warehouse.connection, home.publications)
  expect(await entered()).toEqual([{ publication: id, figures: 65 }])
  warehouse.close()
})

test('a ledger is not made from figures that are not those that were published', async () => {
  const { warehouse, writing, home } = await openExample()
  const { folder } = await writePublication(writing)
  const results = join(folder, 'results.parquet')
  chmodSync(results, 0o644)
  truncateSync(results, 100)
  await expect(enterReleases(warehouse.connection, home.publications)).rejects.toThrow(ExpectedFault)
  warehouse.close()
})
