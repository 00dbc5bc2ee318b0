import { expect, it } from 'vitest'
import { columnsOf } from './columns.ts'
import { CurveRow, ResultRow, TABLES, TransitionRow, WaterfallRow } from './tables.ts'

/** The orders that are agreed; others read the tables by them. */
const RESULTS =
  'agreement, indicator, definition_version, period_type, period, period_start, period_end, complete, breakdown, category, basis, value, numerator, denominator, unknown, excluded, ci_low, ci_high, lower_bound, upper_bound, target, goal, trust, unit, status, note'

const WATERFALLS =
  'agreement, indicator, definition_version, period_type, period, step, role, reason, count, status'
const TRANSITIONS = 'agreement, period_type, period, domain, stage, from_status, to_status, count, status'
const CURVES =
  'agreement, indicator, definition_version, period_type, period, cause, month, value, ci_low, ci_high, at_risk, status'

it.each([
  ['results', ResultRow, RESULTS],
  ['waterfalls', WaterfallRow, WATERFALLS],
  ['transitions', TransitionRow, TRANSITIONS],
  ['curves', CurveRow, CURVES],
])('publishes %s with the columns of the contract, in order', (_, rows, columns) => {
  expect(columnsOf(rows).map(({ name }) => name)).toStrictEqual(columns.split(', '))
})

it.each(Object.entries(TABLES))('describes every column of %s in both languages', (_, rows) => {
  for (const { description } of columnsOf(rows)) {
    expect(description.sv).not.toBe('')
    expect(description.en).not.toBe('')
  }
})
