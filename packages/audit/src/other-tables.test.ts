import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { audit } from './audit.ts'
import { count, hidden, writePublicationFiles } from './written-publication.ts'
import type { WrittenPublication } from './written-publication.ts'

let publications: string
beforeEach(() => {
  publications = mkdtempSync(join(tmpdir(), 'utfall-audit-'))
})
afterEach(() => rmSync(publications, { recursive: true, force: true }))

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
  const folder = writePublicationFiles(publications, { id: '2026-02-01', rows: [], ...tables })
  const { leaks } = await audit({ publications, folder })
  expect(leaks.map(({ kind, what }) => `${kind} ${what}`)).toEqual([told])
})

test('as many as may be shown are no leak', async () => {
  const folder = writePublicationFiles(publications, {
    id: '2026-02-01',
    rows: [count('leavers', 40)],
    waterfalls: [{ indicator: 'leavers', role: 'numerator', count: 40 }],
    transitions: [{ ...went, count: 40 }],
    curves: [{ ...point, at_risk: 10 }],
    costs: [shared],
    goals: [goal],
  })
  expect((await audit({ publications, folder })).leaks).toEqual([])
})
