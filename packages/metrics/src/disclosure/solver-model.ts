import type { Highs } from 'highs'
import type { LinkedCells } from './linked-cells.ts'
import { spanningRows } from './spanning-rows.ts'

/** Primal simplex: from one question to the next only the objective changes, and the last table is a start. */
const PRIMAL_SIMPLEX = 4

/**
 * `cells` as the solver has them: the columns in use, then a column for the sum of each count of `told`, with a row
 * that says so. What is known of a count are the bounds of its sum. The caller disposes of the model.
 */
export function solverModel(
  highs: Highs,
  { columns, counts }: LinkedCells,
  inUse: readonly number[],
  told: readonly number[],
) {
  const columnOf = new Map(inUse.map((column, at) => [column, at]))
  const sumOf = (row: number) => inUse.length + row
  const rows = told.map((position) =>
    (counts[position]?.columns ?? []).flatMap((column) => columnOf.get(column) ?? []),
  )
  const entries = spanningRows(rows, inUse.length).map(({ by, more, less }, row) => [
    { column: sumOf(row), value: 1 },
    ...(by === null ? [] : [{ column: sumOf(by), value: -1 }]),
    ...more.map((column) => ({ column, value: -1 })),
    ...less.map((column) => ({ column, value: 1 })),
  ])
  const numCols = inUse.length + rows.length
  const reach = 4 * counts.reduce((most, { width }) => Math.max(most, width), 1)
  const model = highs.createModel({
    numCols,
    numRows: rows.length,
    colCost: new Float64Array(numCols),
    colLower: new Float64Array(numCols),
    colUpper: [...inUse.map((column) => (columns[column] ?? 0) + reach), ...rows.map(() => highs.infinity)],
    rowLower: new Float64Array(rows.length),
    rowUpper: new Float64Array(rows.length),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols,
      starts: startsOf(entries.map(({ length }) => length)),
      indices: entries.flatMap((row) => row.map(({ column }) => column)),
      values: entries.flatMap((row) => row.map(({ value }) => value)),
    },
  })
  model.options.set({
    output_flag: false,
    presolve: 'off',
    solver: 'simplex',
    simplex_strategy: PRIMAL_SIMPLEX,
  })
  return { model, columnOf, sumOf }
}

function startsOf(lengths: readonly number[]): number[] {
  const starts = [0]
  for (const length of lengths) starts.push((starts.at(-1) ?? 0) + length)
  return starts
}
