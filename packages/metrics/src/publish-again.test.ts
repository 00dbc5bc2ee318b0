import { cpSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs'
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

const PARKS = ['park-a', 'park-b']
const AGREEMENTS = PARKS.map((id) => agreementOf({ id }))

/** Thirty people of one agreement: visits in two years, stays with an end for some, and what was answered. */
function yearsOf(agreement: string): Deliveries {
  const people = Array.from({ length: 30 }, (_, at) => ({ agreement, person: `${agreement} ${at}` }))
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
      scope_end: '2026-10-31',
    })),
    person: people.map(({ person }, at) => ({
      person,
      birth_year: 1990 + (at % 25),
      gender: at % 3 ? 'woman' : 'man',
    })),
    attendance: ['2025-04-01', '2025-10-01', '2026-04-02'].flatMap((date, at) =>
      some(people, at + 1).map((row) => ({ ...row, date })),
    ),
    engagements: people.map((row, at) => ({
      ...row,
      start_date: '2025-03-15',
      occupation_at_start: 'unemployed',
      ...(at % 2 ? { end_date: '2025-12-01', end_reason: at % 3 ? 'work' : 'studies' } : { end_date: null }),
    })),
    statuses: some(people, 2).map((row) => ({
      ...row,
      date: '2026-03-02',
      domain: 'occupation',
      value: 'work',
    })),
    surveys: some(people, 2).flatMap((row) => [
      { ...row, date: '2025-03-20', stage: 'start', total: 20 },
      { ...row, date: '2025-11-20', stage: 'end', total: 26 },
    ]),
  }
}

async function publishIn(warehouse: Warehouse, home: Home, day: string, counted: string[] = []) {
  return publish({
    warehouse,
    home,
    agreements: AGREEMENTS,
    now: new Date(`${day}T12:00:00Z`),
    program: 'utfall 0',
    indicatorFolders: [INDICATORS_FOLDER],
    progress: ({ what }) => counted.push(what.en),
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

describe('publishing after one small delivery', () => {
  const home = homeAt(mkdtempSync(join(tmpdir(), 'utfall-again-')))
  const anew = homeAt(mkdtempSync(join(tmpdir(), 'utfall-anew-')))
  let warehouse: Warehouse
  let other: Warehouse

  beforeAll(async () => {
    warehouse = await openWarehouse(home)
    for (const park of PARKS) await deliver(warehouse, yearsOf(park))
    await publishIn(warehouse, home, '2026-11-10')
    await deliver(warehouse, {
      attendance: Array.from({ length: 30 }, (_, at) => ({
        agreement: 'park-b',
        delivery: 99,
        person: `park-b ${at}`,
        date: '2026-09-01',
      })),
    })
    warehouse.close()
    cpSync(home.folder, anew.folder, { recursive: true })
    warehouse = await openWarehouse(home)
    other = await openWarehouse(anew)
    await other.connection.run('delete from published_agreement')
  })
  afterAll(() => {
    warehouse.close()
    other.close()
  })

  test('says to the byte what counting everything says, with the same people behind it', async () => {
    const again = await publishIn(warehouse, home, '2026-11-20')
    const whole = await publishIn(other, anew, '2026-11-20')
    expect(again).toMatchObject({ id: whole.id, changed: true })
    expect(filesOf(again.folder)).toEqual(filesOf(whole.folder))
    const people = await behind(warehouse, again.id)
    expect(people.length).toBeGreaterThan(100)
    expect(people).toEqual(await behind(other, whole.id))
  })

  test('counts only the agreement that was delivered for', async () => {
    const { connection } = warehouse
    const counted = await queryRows(
      connection,
      z.object({ agreement: z.string() }),
      'select distinct agreement from result',
    )
    expect(counted).toEqual([{ agreement: 'park-b' }])
  })
})
