import { copyFileSync, cpSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { homeAt, openWarehouse, queryRows } from '@utfall/warehouse'
import type { Home, Warehouse } from '@utfall/warehouse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { INDICATORS_FOLDER } from './index.ts'
import { publish } from './publish.ts'
import { agreementOf, deliver } from './small-world.ts'
import type { Deliveries } from './small-world.ts'

/** Agreements with other parts of the year: their agreement years end on 28 February. */
const PARTS = { 'park-a': 'quarter', 'park-b': 'tertial' } as const
const PARKS = Object.keys(PARTS)
const AGREEMENTS = Object.entries(PARTS).map(([id, part_of_year]) =>
  agreementOf({ id, reporting: { part_of_year } }),
)

/** Some of each kind: of people and events, by each of the views that a later day can change, and of money. */
const INDICATORS = mkdtempSync(join(tmpdir(), 'utfall-indicators-'))
for (const id of [
  'unique_participants',
  'new_participants',
  'attendances',
  'leavers',
  'median_days_stayers',
  'share_to_work_or_studies',
  'share_in_work_or_studies_3m',
  'time_to_work_or_studies',
  'self_efficacy_change',
  'association_participants',
  'funding_awarded',
  'goals_met',
]) {
  copyFileSync(join(INDICATORS_FOLDER, `${id}.sql`), join(INDICATORS, `${id}.sql`))
}

/** Fourteen people of one agreement: visits, stays with an end for some, what was asked later, and what was answered. */
function yearOf(agreement: string): Deliveries {
  const people = Array.from({ length: 14 }, (_, at) => ({ agreement, person: `${agreement} ${at}` }))
  const some = (rows: typeof people, every: number) => rows.filter((_, at) => at % every === 0)
  return {
    delivery: ['attendance', 'engagements', 'statuses', 'surveys'].map((source) => ({
      agreement,
      delivery: PARKS.indexOf(agreement) * 10 + source.length,
      source_id: source,
      dataset: source,
      file: `${source}.csv`,
      sha256: 'a'.repeat(64),
      scope_start: '2025-03-01',
      scope_end: '2025-12-20',
    })),
    person: people.map(({ person }, at) => ({
      person,
      birth_year: 1990 + (at % 25),
      gender: at % 3 ? 'woman' : 'man',
    })),
    attendance: ['2025-04-01', '2025-10-01', '2025-12-02'].flatMap((date, at) =>
      some(people, at + 1).map((row) => ({ ...row, date })),
    ),
    engagements: people.map((row, at) => ({
      ...row,
      start_date: '2025-03-15',
      occupation_at_start: 'unemployed',
      ...(at % 2
        ? { end_date: at % 4 === 1 ? '2025-09-25' : '2025-12-05', end_reason: at % 3 ? 'work' : 'studies' }
        : { end_date: null }),
    })),
    statuses: people.slice(0, 10).map((row) => ({
      ...row,
      date: '2025-12-15',
      domain: 'occupation',
      value: 'work',
    })),
    surveys: some(people, 2).flatMap((row) => [
      { ...row, date: '2025-03-20', stage: 'start', total: 20 },
      { ...row, date: '2025-11-20', stage: 'end', total: 26 },
    ]),
  }
}

async function publishIn(warehouse: Warehouse, home: Home, asOf: string) {
  return publish({
    warehouse,
    home,
    agreements: AGREEMENTS,
    asOf,
    now: new Date(`${asOf}T12:00:01Z`),
    program: 'utfall 0',
    indicatorFolders: [INDICATORS],
    progress: () => undefined,
  })
}

/** Every file of a publication by its name. */
const filesOf = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))

/** Everyone behind every figure of a publication. */
const behind = ({ connection }: Warehouse, publication: string) =>
  queryRows(
    connection,
    z.object({ figure: z.string(), people: z.string() }),
    `select concat_ws('/', agreement, indicator, definition_version, period_type, period, activity, role, reason, gender,
      age_group, district) as figure, string_agg(person::varchar, ' ' order by person) as people
    from published_membership join membership_part using (membership) join people_set_person using (people_set)
    where publication = $publication group by figure order by figure`,
    { publication },
  )

const textsIn = async ({ connection }: Warehouse, sql: string) =>
  (await queryRows(connection, z.object({ text: z.string() }), sql)).map(({ text }) => text)

const SETTLED = `
  select agreement || ' ' || period as text from settled_period join period using (period_id) order by all`

describe('publishing again', () => {
  const home = homeAt(mkdtempSync(join(tmpdir(), 'utfall-again-')))
  const anew = homeAt(mkdtempSync(join(tmpdir(), 'utfall-anew-')))
  let warehouse: Warehouse
  let other: Warehouse

  beforeAll(async () => {
    warehouse = await openWarehouse(home)
    for (const park of PARKS) await deliver(warehouse, yearOf(park))
    // told beforehand: who someone is, and when a stay ends
    await deliver(warehouse, {
      attendance: ['2025-04-02', '2025-12-27'].map((date) => ({
        agreement: 'park-b',
        person: 'park-b 20',
        date,
        gender: date > '2025-12-20' ? 'woman' : null,
      })),
      engagements: [
        { agreement: 'park-b', person: 'park-b 20', start_date: '2025-05-01', end_date: '2026-01-15' },
      ],
    })
    await publishIn(warehouse, home, '2025-12-20')
    warehouse.close()
    cpSync(home.folder, anew.folder, { recursive: true })
    warehouse = await openWarehouse(home)
    other = await openWarehouse(anew)
  })
  afterAll(() => {
    warehouse.close()
    other.close()
  })

  /** Publishes from what is kept, and from nothing, and compares. */
  async function publishBothWays(asOf: string): Promise<void> {
    await other.connection.run('delete from published_agreement; delete from published_counting')
    const again = await publishIn(warehouse, home, asOf)
    const whole = await publishIn(other, anew, asOf)
    expect(again).toMatchObject({ id: whole.id, changed: true })
    expect(filesOf(again.folder)).toEqual(filesOf(whole.folder))
    const people = await behind(warehouse, again.id)
    expect(people.length).toBeGreaterThan(100)
    expect(people).toEqual(await behind(other, whole.id))
  }

  test('after one small delivery counts only its agreement, and says to the byte what counting everything says', async () => {
    for (const each of [warehouse, other]) {
      await deliver(each, {
        attendance: Array.from({ length: 14 }, (_, at) => ({
          agreement: 'park-b',
          delivery: 99,
          person: `park-b ${at}`,
          date: '2025-09-01',
        })),
      })
    }
    await publishBothWays('2025-12-20')
    expect(await textsIn(warehouse, 'select distinct agreement as text from result')).toEqual(['park-b'])
  })

  test('some days later, and after the end of a month, a quarter, a year and an agreement year, says to the byte the same', async () => {
    await publishBothWays('2025-12-29')
    expect(await textsIn(warehouse, SETTLED)).toEqual(['park-a 2025-Q1', 'park-a 2025-Q2', 'park-a 2025-Q3'])
    await publishBothWays('2026-03-05')
    expect(await textsIn(warehouse, SETTLED)).toEqual(['park-a 2025-Q1', 'park-a 2025-Q2', 'park-a 2025-Q3'])
    expect(await textsIn(other, SETTLED)).toEqual([])
  })
})
