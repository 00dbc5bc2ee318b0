import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { homeAt, openWarehouse, queryRow } from '@utfall/warehouse'
import type { Warehouse } from '@utfall/warehouse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { explain } from './explain.ts'
import type { Explanation } from './explain.ts'
import { INDICATORS_FOLDER } from './index.ts'
import { publish } from './publish.ts'
import { agreementOf, deliver } from './small-world.ts'

const AGREEMENT = agreementOf({
  definitions: { share_to_work_or_studies: { version: 1, parameters: { excluded_reasons: ['moved'] } } },
})
const indicators = mkdtempSync(join(tmpdir(), 'utfall-explained-'))
for (const id of ['share_to_work_or_studies', 'leavers', 'funding_awarded']) {
  copyFileSync(join(INDICATORS_FOLDER, `${id}.sql`), join(indicators, `${id}.sql`))
}
const home = homeAt(mkdtempSync(join(tmpdir(), 'utfall-explain-')))
const common = { home, now: new Date('2025-12-01T12:00:00Z'), indicatorFolders: [indicators] }

let warehouse: Warehouse
let first: string
let second: string

/** Eight women and four men who left; two of them moved, and of two the reason is unknown. */
const REASONS = ['work', 'studies', 'work', 'completed', 'moved', 'unknown', 'other', 'work']
const PEOPLE = [
  ...REASONS.map((end_reason, at) => ({ person: `Woman ${at}`, gender: 'woman', end_reason })),
  ...['work', 'moved', 'unknown', 'other'].map((end_reason, at) => ({
    person: `Man ${at}`,
    gender: 'man',
    end_reason,
  })),
]

beforeAll(async () => {
  warehouse = await openWarehouse(home)
  await deliver(warehouse, {
    delivery: [
      {
        source_id: 'engagements',
        dataset: 'engagements',
        file: 'e/1.csv',
        sha256: 'a'.repeat(64),
        scope_end: '2025-10-31',
      },
      {
        source_id: 'engagements',
        dataset: 'engagements',
        file: 'e/2.csv',
        sha256: 'b'.repeat(64),
        verdict: 'rejected',
      },
      {
        source_id: 'surveys',
        dataset: 'surveys',
        file: 's/1.csv',
        sha256: 'c'.repeat(64),
        scope_end: '2025-10-31',
      },
      {
        source_id: 'attendance',
        dataset: 'attendance',
        file: 'a/1.csv',
        sha256: 'd'.repeat(64),
        scope_end: '2025-10-31',
      },
    ],
    participants: PEOPLE.map(({ person, gender }) => ({ person, gender })),
    engagements: PEOPLE.map(({ person, end_reason }) => ({
      person,
      end_reason,
      start_date: '2025-03-01',
      end_date: '2025-06-30',
    })),
  })
  first = await publishNow()
  await warehouse.connection.run("update engagements set end_reason = 'work' where end_reason = 'other'")
  second = await publishNow()
})
afterAll(() => warehouse.close())

const progress = () => undefined

async function publishNow(note = ''): Promise<string> {
  const publication = await publish({
    ...common,
    note,
    warehouse,
    agreements: [AGREEMENT],
    program: 'utfall 0',
    progress,
  })
  return publication.id
}

const explained = (asked: Partial<Parameters<typeof explain>[0]> = {}) =>
  explain({
    ...common,
    warehouse,
    agreement: AGREEMENT,
    indicator: 'share_to_work_or_studies',
    period: '2025',
    where: {},
    members: false,
    ...asked,
  })

const way = ({ waterfall }: Explanation) => waterfall.map(({ role, reason, count }) => [role, reason, count])

const AS_FIRST_PUBLISHED = [
  ['universe', '', 12],
  ['excluded', 'moved', 2],
  ['denominator', '', 10],
  ['unknown', '', 2],
  ['numerator', '', 5],
  ['complement', '', 3],
]

describe('explain', () => {
  test('walks a published figure as it was on its own day', async () => {
    const then = await explained({ publication: first })
    expect(way(then)).toEqual(AS_FIRST_PUBLISHED)
    expect(then).toMatchObject({ value: 0.5, publication: first, definition_version: 1, as_of: '2025-10-31' })
    expect(then.deliveries.map(({ file, sha256 }) => [file, sha256])).toEqual([['e/1.csv', 'a'.repeat(64)]])
  })

  test('walks the newest publication when none is asked for', async () => {
    const { publication, value } = await explained()
    expect({ publication, value }).toEqual({ publication: second, value: 0.7 })
  })

  test('walks the figure as it is now, the same way', async () => {
    const now = await explained({ publication: 'draft' })
    expect(now).toMatchObject({ publication: null, value: 0.7 })
    expect(way(now)).toEqual(way(await explained()))
    expect(now.deliveries).toEqual((await explained()).deliveries)
  })

  test.each([['draft'], [undefined]])(
    'narrows to some of the people (publication %s)',
    async (publication) => {
      const women = await explained({ where: { gender: 'woman' }, ...(publication && { publication }) })
      expect(way(women)).toContainEqual(['universe', '', 8])
      expect(way(women)).toContainEqual(['numerator', '', 5])
      expect(women.value).toBeCloseTo(5 / 7, 12)
    },
  )

  test.each([['draft'], [undefined]])(
    'lists everyone with role and reason (publication %s)',
    async (publication) => {
      const { members = [], waterfall } = await explained({
        members: true,
        ...(publication && { publication }),
      })
      expect(new Set(members.map(({ person }) => person)).size).toBe(12)
      for (const role of ['numerator', 'complement', 'unknown', 'excluded']) {
        const listed = members.filter((member) => member.role === role).length
        expect(listed).toBe(waterfall.find((step) => step.role === role)?.count ?? 0)
      }
      expect(members.find(({ role }) => role === 'excluded')?.reason).toBe('moved')
    },
  )

  test('says what the figure counts, in words and by what the agreement decides', async () => {
    const { numerator, denominator, placed_by, parameters } = await explained()
    for (const words of [numerator, denominator, placed_by]) expect(words?.sv).toMatch(/^[A-ZÅÄÖ].*\.$/)
    expect(parameters).toMatchObject({ excluded_reasons: ['moved'], minimum_base: 10 })
    expect((await explained({ publication: 'draft' })).parameters).toEqual(parameters)
  })

  test.each([['draft'], [undefined]])(
    'names what there is of a breakdown (publication %s)',
    async (publication) => {
      const asked = explained({ where: { gender: 'womn' }, ...(publication && { publication }) })
      await expect(asked).rejects.toThrow(/man, .*woman.*(”|")woman(”|")\?/)
    },
  )

  test('explains money by its parts, without people', async () => {
    const { waterfall, figures, members } = await explained({ indicator: 'funding_awarded', members: true })
    expect([waterfall, members]).toEqual([[], []])
    expect(figures).toMatchObject([{ basis: '', unit: 'kronor' }])
  })

  test.each([['draft'], [undefined]])(
    'names no delivery behind what the agreement states (publication %s)',
    async (publication) => {
      const { deliveries } = await explained({
        indicator: 'funding_awarded',
        ...(publication && { publication }),
      })
      expect(deliveries).toEqual([])
    },
  )

  test.each([
    ['unknown_publication', { publication: '20200101T000000Z-00000000' }],
    ['unknown_figure', { period: '2031' }],
    ['unknown_category', { where: { gender: 'nobody' } }],
    ['unknown_indicator', { indicator: 'share_of_luck' }],
    ['unknown_indicator', { indicator: 'share_of_luck', publication: 'draft' }],
  ])('refuses with %s', async (code, asked) => {
    await expect(explained(asked)).rejects.toMatchObject({ code, exitStatus: 2 })
  })
})

test('keeps nobody for a publication that was never released', async () => {
  const { connection } = warehouse
  await connection.run(
    `insert into people_set values (1000000, 1, 1);
    insert into people_set_person select 1000000, any_value(person) from people_set_person;
    insert into membership values (1000000, 1);
    insert into membership_part select * replace (1000000 as membership, 1000000 as people_set) from membership_part limit 1`,
  )
  await connection.run("update engagements set end_reason = 'studies' where end_reason = 'moved'")
  await publishNow('Två hade börjat studera.')
  const kept = await queryRow(
    connection,
    z.object({ sets: z.int(), people: z.int(), memberships: z.int(), parts: z.int() }),
    `select
      (select count(*)::integer from people_set where people_set = 1000000) as sets,
      (select count(*)::integer from people_set_person where people_set = 1000000) as people,
      (select count(*)::integer from membership where membership = 1000000) as memberships,
      (select count(*)::integer from membership_part where membership = 1000000) as parts`,
  )
  expect(kept).toEqual({ sets: 0, people: 0, memberships: 0, parts: 0 })
  expect(way(await explained({ publication: first }))).toEqual(AS_FIRST_PUBLISHED)
})

test('keeps a membership that did not change once, for all the publications that it belongs to', async () => {
  const { kept, published } = await queryRow(
    warehouse.connection,
    z.object({ kept: z.int(), published: z.int() }),
    `select count(distinct membership)::integer as kept, count(*)::integer as published
    from published_membership where indicator = 'leavers' and period = '2025'`,
  )
  expect({ kept, published }).toEqual({ kept: 1, published: 3 })
})
