import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { audit } from '@utfall/audit'
import type { AuditReport } from '@utfall/audit'
import type { ResultRow } from '@utfall/contracts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { currentPublication, publishedResults } from '../pipeline/published-results.ts'
import { seededRandom } from '../pipeline/seeded-random.ts'
import { utfallHere } from '../pipeline/utfall-here.ts'
import { writeTown } from './town.ts'
import type { Townsman } from './town.ts'

const SEED = Number(process.env.UTFALL_WORLD_SEED ?? 1)
const THRESHOLD = 5

/** Two agreements that share eleven people; the ages of one are in groups that are parts of the other's. */
const AGREEMENTS = [
  { id: 'norr', ageGroups: [15, 19], from: 0, until: 33 },
  { id: 'soder', ageGroups: [15, 17, 19, 22], from: 22, until: 45 },
] as const

/** Few are of some group in every breakdown, four are at the course of one agreement, and all who leave in spring go on. */
function peopleBy(random: () => number): Townsman[] {
  const anyOf = <Value>(values: readonly [Value, ...Value[]]): Value =>
    values[Math.floor(random() * values.length)] ?? values[0]
  return Array.from({ length: 45 }, (_, at) => {
    const months = ['01', '03', '05', '07', '09', '11'].filter(() => random() < 0.5)
    const end = anyOf(['', '2025-04-10', '2025-04-10', '2025-08-10'])
    const isSpring = end === '2025-04-10'
    return {
      id: `P${at}`,
      gender: at % 15 === 0 ? 'other' : anyOf(['woman', 'woman', 'man']),
      born: anyOf([2002, 2004, 2006, 2008, 2010, 2011]),
      district: anyOf(['Norr', 'Norr', 'Norr', 'Söder', 'Söder', 'Söder', 'Söder', 'Öst', 'Väst']),
      visits: [
        ...['02', ...months].map((month) => ({ date: `2025-${month}-14`, activity: 'hus' })),
        ...(at % 9 === 0 ? [{ date: '2025-03-20', activity: 'kurs' }] : []),
      ],
      stay: {
        start: '2025-01-07',
        end,
        reason: end && anyOf(isSpring ? ['work', 'studies'] : ['work', 'dropped_out', 'unknown']),
        before: anyOf(['studies', 'unemployed']),
      },
      answers: [
        { date: '2025-02-03', stage: 'start', total: 15 + Math.floor(random() * 10) },
        { date: '2025-11-03', stage: 'end', total: 20 + Math.floor(random() * 15) },
      ],
      after: end === '' ? [] : [{ date: '2025-12-20', value: anyOf(['work', 'studies', 'unknown']) }],
      member: random() < 0.3,
    }
  })
}

/** The same, but for the reason of which the last who left did so. */
function corrected(people: readonly Townsman[]): Townsman[] {
  const last = people.findLast(({ stay }) => stay.end !== '')
  return people.map((each) => {
    const { stay } = each
    return each === last
      ? { ...each, stay: { ...stay, reason: stay.reason === 'work' ? 'studies' : 'work' } }
      : each
  })
}

const GROUPS = {
  total: () => [''],
  gender: ({ gender }) => [gender],
  district: ({ district }) => [district],
  activity: ({ visits }) => [...new Set(visits.map(({ activity }) => activity))],
} satisfies Record<string, (person: Townsman) => string[]>

/** How many people came during the year, of each group of each agreement, by the key of the row that says so. */
const countedIn = (people: readonly Townsman[]) =>
  AGREEMENTS.flatMap(({ id, from, until }) =>
    Object.entries(GROUPS).flatMap(([breakdown, groupsOf]) =>
      [...Map.groupBy(people.slice(from, until).flatMap(groupsOf), (category) => category)].map(
        ([category, { length }]) => ({
          key: ['unique_participants', id, 'year', '2025', breakdown, category, ''].join(' '),
          people: length,
        }),
      ),
    ),
  )

const keyOf = ({ indicator, agreement, period_type: type, period, breakdown, category, basis }: ResultRow) =>
  [indicator, agreement, type, period, breakdown, category, basis].join(' ')

describe(`the world of UTFALL_WORLD_SEED=${SEED}, and one person corrected in it`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'utfall-random-world-'))
  const [data, home] = [join(folder, 'data'), join(folder, 'home')]
  const people = peopleBy(seededRandom(SEED))
  let before: ReadonlyMap<string, ResultRow>
  let after: ReadonlyMap<string, ResultRow>
  let report: AuditReport

  beforeAll(async () => {
    before = await publish(people)
    after = await publish(corrected(people))
    const publication = currentPublication(home)
    report = await audit({ publications: dirname(publication), folder: publication })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  async function publish(those: readonly Townsman[]): Promise<ReadonlyMap<string, ResultRow>> {
    for (const place of AGREEMENTS) writeTown(data, those.slice(place.from, place.until), place)
    for (const command of [['ingest'], ['publish', '--as-of', '2025-12-31']]) {
      const { status, stderr } = await utfallHere(...command, '--data', data, '--home', home)
      // what was refused is said in the failure
      expect({ status, said: status === 0 ? '' : stderr }).toEqual({ status: 0, said: '' })
    }
    return new Map((await publishedResults(home)).map((row) => [keyOf(row), row]))
  }

  test('the attacker has much to look for in both releases together, and finds nothing', () => {
    expect(report.earlier).toHaveLength(1)
    expect(report.hunted).toBeGreaterThan(100)
    expect(report).toMatchObject({ broken: [], leaks: [], contradictions: [] })
  })

  test('few are shown of no group, and what is shown is true', () => {
    const told = countedIn(people).map((each) => ({ ...each, row: before.get(each.key) }))
    expect(told.filter(({ row }) => row === undefined)).toEqual([])
    const few = told.filter((each) => each.people < THRESHOLD)
    expect(new Set(few.map(({ row }) => row?.breakdown))).toEqual(new Set(['gender', 'district', 'activity']))
    expect(few.filter(({ row }) => row?.status !== 'suppressed')).toEqual([])
    const shown = told.filter(({ row }) => row?.status === 'ok')
    expect(shown.length).toBeGreaterThan(3)
    expect(shown.filter((each) => each.row?.value !== each.people)).toEqual([])
  })

  test('whoever is corrected changes no count by few, and opens nothing that was hidden', () => {
    const rows = [...before].map(([key, was]) => ({ key, was, is: after.get(key) }))
    expect(rows.filter(({ was, is }) => was.status === 'suppressed' && is?.status === 'ok')).toEqual([])
    const differences = rows
      .filter(({ was, is }) => was.unit === 'people' && was.status === 'ok' && is?.status === 'ok')
      .map(({ key, was, is }) => ({ key, by: Math.abs((is?.value ?? 0) - (was.value ?? 0)) }))
    expect(differences.length).toBeGreaterThan(20)
    expect(differences.filter(({ by }) => by > 0 && by < THRESHOLD)).toEqual([])
  })
})
