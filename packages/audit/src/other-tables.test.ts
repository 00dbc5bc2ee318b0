import { expect, test } from 'vitest'
import { trialPublications } from './trial-publications.ts'
import { count, hidden } from './written-publication.ts'
import type { WrittenPublication } from './written-publication.ts'

const trial = trialPublications()

const CURVE = 'time_to_work_or_studies'
const withheld = { status: 'suppressed' }
const went = { stage: 'exit', from_status: 'unemployed', to_status: 'work' }
const point = { indicator: CURVE, cause: 'work', month: 6, value: 0.2 }
const shared = { item: 'cost_shared', activity: 'x', amount: 100 }
const goal = { goal: 'g', indicator: 'leavers', value: 3 }

test.each<[string, Partial<WrittenPublication>, string]>([
  [
    'a step',
    { waterfalls: [{ indicator: 'leavers', role: 'numerator', count: 3 }] },
    'small_count_shown count',
  ],
  ['a way', { transitions: [{ ...went, count: 4 }] }, 'small_count_shown count'],
  ['a withheld way', { transitions: [{ ...went, count: 9, ...withheld }] }, 'number_in_withheld_row count'],
  ['a point', { curves: [{ ...point, at_risk: 9 }] }, 'small_count_shown at_risk'],
  ['a withheld point', { curves: [{ ...point, ...withheld }] }, 'number_in_withheld_row value'],
  ['a withheld cost', { costs: [{ ...shared, ...withheld }] }, 'number_in_withheld_row amount'],
  ['a goal', { rows: [hidden('leavers')], goals: [goal] }, 'number_in_withheld_row value'],
])('%s tells of few in plain sight', async (_, tables, told) => {
  const { leaks } = await trial.attack(tables)
  expect(leaks.map(({ kind, what }) => `${kind} ${what}`)).toEqual([told])
})

test('as many as may be shown are no leak', async () => {
  const { leaks } = await trial.attack({
    rows: [count('leavers', 40)],
    waterfalls: [{ indicator: 'leavers', role: 'numerator', count: 40 }],
    transitions: [{ ...went, count: 40 }],
    curves: [{ ...point, at_risk: 10 }],
    costs: [shared],
    goals: [goal],
  })
  expect(leaks).toEqual([])
})

test('what was shown before the limits were raised is no leak, however often it is shown again', async () => {
  const tables = {
    waterfalls: [{ indicator: 'leavers', role: 'numerator', count: 6 }],
    transitions: [{ ...went, count: 6 }],
  }
  trial.write({ id: '2026-01-01', threshold: 5, ...tables })
  trial.write({ id: '2026-01-15', threshold: 8, ...tables })
  expect((await trial.attack({ threshold: 8, ...tables })).leaks).toEqual([])
})
