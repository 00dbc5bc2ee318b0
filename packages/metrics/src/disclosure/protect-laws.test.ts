import { queryRows } from '@utfall/warehouse'
import type { Warehouse } from '@utfall/warehouse'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { agreementOf, count, deliver, figures, openWorld } from '../small-world.ts'
import type { Figure } from '../small-world.ts'
import { protect } from './protect.ts'

const AS_OF = '2026-04-30'
const CLOSED = { period: { start: '2025-03-01', end: '2025-12-31' } }
const NUMBERS = [
  'value',
  'numerator',
  'denominator',
  'unknown',
  'excluded',
  'ci_low',
  'ci_high',
  'lower_bound',
  'upper_bound',
] as const

const crowd = (size: number, prefix: string) =>
  Array.from({ length: size }, (_, index) => `${prefix}${index}`)
const isShown = ({ status }: Figure) => status === 'ok'
const isSmall = (value: number | null) => value !== null && value >= 1 && value <= 4
const key = (figure: Figure) =>
  [
    figure.agreement,
    figure.indicator,
    figure.period_type,
    figure.period,
    figure.breakdown,
    figure.category,
  ].join(' ')

describe('whatever is counted', () => {
  let world: Warehouse
  let before: Figure[]
  let after: Figure[]
  const groups = fc.record({
    size: fc.nat(15),
    reason: fc.constantFrom('work', 'studies', 'other', 'unknown'),
    activity: fc.constantFrom('cafe', 'course', 'sports'),
    gender: fc.constantFrom('woman', 'man', null),
    heads: fc.nat(9),
    visits: fc.integer({ min: 1, max: 30 }),
  })

  beforeAll(async () => {
    world = await openWorld()
    const worlds = fc
      .sample(fc.array(groups, { minLength: 1, maxLength: 5 }), { numRuns: 25, seed: 20261121 })
      .map((list, index) => ({ agreement: `world-${index}`, list }))
    for (const { agreement, list } of worlds) {
      const cells = list.flatMap((group, index) =>
        crowd(group.size, `${index}-`).map((person) => ({ agreement, person, ...group })),
      )
      await deliver(world, {
        attendance: cells.map(({ person, activity, gender }) => ({
          agreement,
          person,
          activity,
          gender,
          date: '2025-03-03',
        })),
        headcount: list.map(({ activity, heads, visits }) => ({
          agreement,
          activity,
          count: heads,
          date: `2025-04-${String(visits).padStart(2, '0')}`,
        })),
        engagements: cells.map(({ person, activity, reason }) => ({
          agreement,
          person,
          activity,
          start_date: '2025-03-01',
          end_date: '2025-06-30',
          end_reason: reason,
        })),
      })
    }
    const agreements = worlds.map(({ agreement }) => agreementOf({ ...CLOSED, id: agreement }))
    await count(world, agreements, AS_OF)
    before = await figures(world)
    await protect(world.connection)
    after = await figures(world)
  })
  afterAll(() => world.close())

  test('no count of people from one to four is shown, and every such count is withheld', () => {
    const people = new Set([
      'unique_participants',
      'leavers',
      'stayers',
      'enrolled_participants',
      'association_participants',
    ])
    const counts = after.filter(({ indicator }) => people.has(indicator))
    expect(counts.filter(({ value }) => isSmall(value))).toEqual([])
    expect(counts.filter(({ status }) => status === 'suppressed').length).toBeGreaterThan(50)
    const shares = after.filter(({ indicator, status }) => indicator.startsWith('share_') && status === 'ok')
    expect(shares.length).toBeGreaterThan(10)
    for (const { numerator, denominator, unknown, excluded } of shares) {
      expect(denominator).toBeGreaterThanOrEqual(10)
      expect([numerator, (denominator ?? 0) - (numerator ?? 0), unknown, excluded].filter(isSmall)).toEqual(
        [],
      )
    }
  })

  test('a shown figure is the counted one, and a withheld row has no number', () => {
    const counted = new Map(before.map((figure) => [key(figure), figure]))
    const [shown, withheld] = [after.filter(isShown), after.filter((figure) => !isShown(figure))]
    expect(shown.map((figure) => [key(figure), figure.value])).toEqual(
      shown.map((figure) => [key(figure), counted.get(key(figure))?.value]),
    )
    expect(withheld.filter((figure) => NUMBERS.some((column) => figure[column] !== null))).toEqual([])
  })

  test('nobody is hidden beside what is shown of a breakdown: what is hidden there is one at least', () => {
    const counted = new Map(before.map((figure) => [key(figure), figure.value]))
    const people = new Set([
      'unique_participants',
      'leavers',
      'stayers',
      'enrolled_participants',
      'new_participants',
    ])
    const cubes = Map.groupBy(
      after.filter(({ indicator, breakdown }) => people.has(indicator) && breakdown !== 'total'),
      (figure) =>
        [figure.agreement, figure.indicator, figure.period_type, figure.period, figure.breakdown].join(' '),
    )
    const partly = [...cubes.values()].filter((cube) => cube.some(isShown) && !cube.every(isShown))
    expect(partly.length).toBeGreaterThan(20)
    const hidden = partly.flat().filter((figure) => !isShown(figure))
    expect(hidden.filter((figure) => counted.get(key(figure)) === 0)).toEqual([])
  })

  test('a hidden total of events takes its breakdowns with it', () => {
    const total = after.filter(
      ({ indicator, breakdown, status }) =>
        ['attendances', 'sessions', 'activity_hours'].includes(indicator) &&
        breakdown === 'total' &&
        status === 'suppressed',
    )
    expect(total.length).toBeGreaterThan(5)
    const cubes = new Set(
      total.map(({ agreement, indicator, period_type, period }) =>
        [agreement, indicator, period_type, period].join(' '),
      ),
    )
    const shown = after.filter(
      (figure) =>
        isShown(figure) &&
        cubes.has([figure.agreement, figure.indicator, figure.period_type, figure.period].join(' ')),
    )
    expect(shown).toEqual([])
  })

  test('events are shown only with enough people behind', async () => {
    const shown = await queryRows(
      world.connection,
      z.object({ people: z.number() }),
      `select people from result where status = 'ok' and value > 0 and indicator in ('attendances', 'sessions', 'activity_hours')`,
    )
    expect(shown.length).toBeGreaterThan(50)
    expect(Math.min(...shown.map(({ people }) => people))).toBeGreaterThanOrEqual(5)
  })
})
