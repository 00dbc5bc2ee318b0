import { fileURLToPath } from 'node:url'
import { queryRows } from '@utfall/warehouse'
import type { Warehouse } from '@utfall/warehouse'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { protect } from './disclosure/protect.ts'
import { countGoals, judgeGoals } from './goals.ts'
import { readRegistry } from './registry.ts'
import { agreementOf, count, deliver, figureOf, figures, openWorld } from './small-world.ts'

let world: Warehouse
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const Goal = z.object({
  goal: z.string(),
  indicator: z.string(),
  definition_version: z.number(),
  period: z.string(),
  target: z.number().nullable(),
  value: z.number().nullable(),
  verdict: z.string(),
  trust: z.string(),
  trust_reasons: z.string(),
  assumed: z.boolean(),
  status: z.string(),
})

/** What the goals of these tests speak of, and what their trust is judged by. */
const COUNTED = [
  'anonymous_share',
  'attendances',
  'goals_met',
  'leavers',
  'self_efficacy_change',
  'share_in_work_or_studies_3m',
  'share_to_work',
  'unique_participants',
]

async function judged(goals: unknown[], terms: Record<string, unknown> = {}, asOf = '2026-06-30') {
  const agreements = [agreementOf({ goals: [{ id: 'aim', text: 'Målet', indicators: goals }], ...terms })]
  await count(world, agreements, asOf, COUNTED)
  await protect(world.connection)
  await judgeGoals(world.connection)
  return queryRows(world.connection, Goal, 'from goal')
}

const crowd = (size: number) => Array.from({ length: size }, (_, index) => `p${index}`)
const attendance = crowd(20).map((person) => ({ person, date: '2025-03-03' }))
const indicator = 'unique_participants'

test('a target is met, on the way within the band, or not met', async () => {
  await deliver(world, { attendance })
  const over = { period: 'year' }
  const verdicts = await judged([
    { indicator, target: 20, ...over },
    { indicator, target: 22, ...over },
    { indicator, target: 23, ...over },
    { indicator, target: 20, direction: 'at_most', ...over },
    { indicator, target: 18, direction: 'at_most', ...over },
    { indicator, target: 17, direction: 'at_most', ...over },
    { indicator, ...over },
    { indicator: 'leavers', target: 3 },
    { indicator: 'not_made_yet', target: 3 },
  ])
  expect(verdicts.map(({ verdict, status }) => `${verdict} ${status}`)).toEqual([
    'met ok',
    'on_the_way ok', // 20 of 22 is 91 per cent
    'not_met ok',
    'met ok',
    'on_the_way ok',
    'not_met ok',
    'cannot_be_judged ok',
    'cannot_be_judged no_data',
    'cannot_be_judged not_computable',
  ])
})

test('a total of a period that still runs is judged only when nothing to come can change the verdict', async () => {
  await deliver(world, { attendance })
  const verdicts = await judged([
    { indicator, target: 20 },
    { indicator, target: 21 },
    { indicator, target: 20, direction: 'at_most' },
    { indicator, target: 19, direction: 'at_most' },
  ])
  expect(verdicts.map(({ verdict }) => verdict)).toEqual([
    'met',
    'cannot_be_judged',
    'cannot_be_judged',
    'not_met',
  ])
})

test('a figure that is withheld is no ground for a verdict', async () => {
  await deliver(world, { attendance: attendance.slice(0, 4) })
  expect(await judged([{ indicator, target: 2 }])).toMatchObject([
    { verdict: 'cannot_be_judged', trust: 'withheld', value: null, status: 'suppressed' },
  ])
  expect(await figureOf(world, indicator, 'all')).toMatchObject({
    trust: 'withheld',
    goal: 'cannot_be_judged',
    target: 2,
  })
})

test('a yearly target is judged on the last year that is complete', async () => {
  const late = crowd(5).map((person) => ({ person: `late ${person}`, date: '2026-01-10' }))
  await deliver(world, { attendance: [...attendance, ...late] })
  expect(await judged([{ indicator, target: 20, period: 'year' }])).toMatchObject([
    { period: '2025', verdict: 'met' },
  ])
  expect(await judged([{ indicator, target: 20, period: 'year' }], {}, '2025-06-30')).toMatchObject([
    { period: '2025' },
  ])
  expect(await figureOf(world, indicator, '2025')).toMatchObject({ target: 20, goal: 'met' })
  expect(await figureOf(world, indicator, 'all')).toMatchObject({ target: null, goal: null })
})

test('nor is an older year judged in the place of the last one, when that is withheld', async () => {
  const late = crowd(3).map((person) => ({ person, date: '2026-01-10' }))
  await deliver(world, { attendance: [...attendance, ...late] })
  expect(await judged([{ indicator, target: 20, period: 'year' }], {}, '2027-01-31')).toMatchObject([
    { period: '2026', verdict: 'cannot_be_judged', status: 'suppressed' },
  ])
})

test('trust is limited, with its reasons', async () => {
  const people = crowd(30)
  await deliver(world, {
    attendance,
    headcount: [{ date: '2025-03-04', count: 10 }],
    engagements: people.map((person, index) => ({
      person,
      start_date: '2025-03-01',
      end_date: '2025-06-30',
      end_reason: index < 15 ? 'work' : 'unknown',
    })),
    delivery: [
      {
        source_id: 'engagements',
        dataset: 'engagements',
        scope_end: '2025-12-31',
        rows_read: 40,
        replaces: 'rows',
      },
    ],
    quarantine: [{ source_id: 'engagements', date: '2025-06-01' }],
    surveys: people.slice(0, 20).flatMap((person, index) => [
      { person, date: '2025-03-01', stage: 'start', total: 20 },
      { person, date: '2025-06-01', stage: 'end', total: 21 + (index % 3) },
    ]),
    statuses: people.slice(0, 20).map((person, index) => ({
      person,
      date: '2025-09-30',
      domain: 'occupation',
      value: index < 10 ? 'work' : 'neither',
    })),
  })
  const goals = [
    { indicator, target: 20, period: 'year' },
    { indicator: 'share_to_work', target: 0.4, period: 'year' },
    { indicator: 'attendances', target: 0.4, period: 'year' },
    { indicator: 'self_efficacy_change', target: 1, period: 'year' },
    { indicator: 'share_in_work_or_studies_3m', target: 0.3, period: 'year' },
  ]
  expect(await judged(goals)).toMatchObject([
    { trust: 'limited', trust_reasons: 'share_identified' },
    { trust: 'limited', trust_reasons: 'quarantined_rows share_unknown' },
    { trust: 'good', trust_reasons: '' },
    { trust: 'limited', trust_reasons: 'response_rate' },
    { trust: 'limited', trust_reasons: 'response_rate' },
  ])
  const replacing = [{ id: 'attendance', sender: 'x', dataset: 'attendance', files: 'x', replaces: 'period' }]
  expect((await judged(goals, { sources: replacing }))[2]).toMatchObject({
    trust: 'limited',
    trust_reasons: 'deliveries_missing',
  })
})

const REGISTRY = readRegistry([fileURLToPath(new URL('../indicators', import.meta.url))])

const measure = (target: number | undefined, of = indicator) => ({ indicator: of, target, period: 'year' })

const goal = (id: string, ...indicators: unknown[]) => ({ id, text: 'Målet', indicators })

test('goals are counted as met when all their indicators are, among those that can be judged', async () => {
  await deliver(world, { attendance })
  const goals = [
    goal('met', measure(20), measure(19)),
    goal('half', measure(20), measure(30)),
    goal('not-met-all-the-same', measure(30), measure(1, 'leavers')),
    goal('on-the-way', measure(22)),
    goal('unsure', measure(20), measure(1, 'leavers')),
    goal('without-target', measure(undefined)),
    goal('without-measure'),
  ]
  await count(world, [agreementOf({ goals }), agreementOf({ id: 'aimless' })], '2026-06-30', COUNTED)
  await protect(world.connection)
  await judgeGoals(world.connection)
  await countGoals(world.connection, REGISTRY)
  expect(await figures(world, "indicator = 'goals_met'")).toMatchObject([
    { agreement: 'aimless', status: 'not_computable', value: null, trust: 'withheld' },
    { agreement: 'park', period: 'all', value: 1, denominator: 4, status: 'ok', trust: 'good' },
  ])
})

test('no goal that can be judged is no zero', async () => {
  await deliver(world, { attendance: attendance.slice(0, 4) })
  await judged([{ indicator, target: 2 }])
  await countGoals(world.connection, REGISTRY)
  expect(await figureOf(world, 'goals_met', 'all')).toMatchObject({ status: 'no_data', value: null })
})
