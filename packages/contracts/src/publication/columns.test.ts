import { expect, it } from 'vitest'
import { columnsOf } from './columns.ts'
import { ResultRow, TABLES } from './tables.ts'

/** The order that `publication.md` sets; others read the table by it. */
const RESULTS =
  'agreement, indicator, definition_version, period_type, period, period_start, period_end, complete, breakdown, category, basis, value, numerator, denominator, unknown, excluded, ci_low, ci_high, lower_bound, upper_bound, target, goal, trust, unit, status, note'

it('publishes results with the columns of the contract, in order', () => {
  expect(columnsOf(ResultRow).map(({ name }) => name)).toStrictEqual(RESULTS.split(', '))
})

it.each(Object.entries(TABLES))('describes every column of %s in both languages', (_, rows) => {
  for (const { description } of columnsOf(rows)) {
    expect(description.sv).not.toBe('')
    expect(description.en).not.toBe('')
  }
})
