import type { Highs } from 'highs'
import type { LinkedCells } from './linked-cells.ts'
import { spanningRows } from './spanning-rows.ts'

/** Primal simplex: from one question to the next only the objective changes, and the last table is a start. */
const PRIMAL_SIMPLEX = 4
const TOLERANCE = 1e-6
/** So many columns are added at a time: more are seldom of use together, and each makes every question dearer. */
const MOST_ADDED = 25

/** A column of the solver: rows, and 1 or -1 in each. */
interface Entries {
  readonly indices: number[]
  readonly values: number[]
}

/**
 * `cells` as the solver has them: the columns that people have, then a column for the sum of each count of `told`,
 * with a row that says so. What is known of a count are the bounds of its sum. Columns that nobody has come in when
 * they would better an answer. The caller disposes of the model.
 */
export function solverModel(highs: Highs, { columns, counts }: LinkedCells, told: readonly number[]) {
  const filled = [...columns.keys()].filter((column) => columns[column] !== 0)
  // The solver takes no model without columns.
  const inUse = filled.length > 0 ? filled : [...columns.keys()]
  const placeOf = new Map(inUse.map((column, place) => [column, place]))
  const reserve = new Set([...columns.keys()].filter((column) => !placeOf.has(column)))
  const reach = 4 * counts.reduce((most, { width }) => Math.max(most, width), 1)
  const upTo = (column: number) => (columns[column] ?? 0) + reach
  const { ofColumns, ofSums } = entriesOf(
    told.map((position) => counts[position]?.columns ?? []),
    columns.length,
  )
  const matrix = [...inUse.map((column) => ofColumns[column] ?? NO_ENTRIES), ...ofSums]
  const model = highs.createModel({
    numCols: matrix.length,
    numRows: told.length,
    colCost: new Float64Array(matrix.length),
    colLower: new Float64Array(matrix.length),
    colUpper: [...inUse.map(upTo), ...told.map(() => highs.infinity)],
    rowLower: new Float64Array(told.length),
    rowUpper: new Float64Array(told.length),
    matrix: {
      format: 'csc',
      numRows: told.length,
      numCols: matrix.length,
      starts: startsOf(matrix.map(({ indices }) => indices.length)),
      indices: matrix.flatMap(({ indices }) => indices),
      values: matrix.flatMap(({ values }) => values),
    },
  })
  model.options.set({
    output_flag: false,
    presolve: 'off',
    solver: 'simplex',
    simplex_strategy: PRIMAL_SIMPLEX,
  })

  return {
    model,
    /** Places of the columns that are in the solver. */
    placeOf,
    sumOf: (row: number) => inUse.length + row,
    /**
     * Lets in the columns that would better an answer most, told by its duals (delayed column generation: Gilmore and
     * Gomory, "A linear programming approach to the cutting-stock problem", 1961); false where none would. The answer is
     * the greatest, or with the sign of -1 the least, of a sum or of the columns `asked`.
     */
    better(rowDual: Float64Array, sign: 1 | -1, asked: ReadonlySet<number>): boolean {
      const bettering: { column: number; gain: number }[] = []
      for (const column of reserve) {
        const { indices, values } = ofColumns[column] ?? NO_ENTRIES
        let gain = asked.has(column) ? 1 : 0
        for (let at = 0; at < indices.length; at += 1)
          gain -= (values[at] ?? 0) * (rowDual[indices[at] ?? 0] ?? 0)
        if (sign * gain > TOLERANCE) bettering.push({ column, gain: sign * gain })
      }
      bettering.sort((a, b) => b.gain - a.gain || a.column - b.column)
      for (const { column } of bettering.slice(0, MOST_ADDED)) {
        placeOf.set(column, placeOf.size + told.length)
        model.addCol(0, 0, upTo(column), ofColumns[column] ?? NO_ENTRIES)
        reserve.delete(column)
      }
      return bettering.length > 0
    },
  }
}

/** Each row says that a sum is that of the row it is told by, and what it has more and less than that one. */
function entriesOf(rows: readonly (readonly number[])[], columns: number) {
  const ofColumns = Array.from({ length: columns }, noEntries)
  const ofSums = rows.map(noEntries)
  for (const [row, { by, more, less }] of spanningRows(rows, columns).entries()) {
    put(ofSums[row], row, 1)
    if (by !== null) put(ofSums[by], row, -1)
    for (const column of more) put(ofColumns[column], row, -1)
    for (const column of less) put(ofColumns[column], row, 1)
  }
  return { ofColumns, ofSums }
}

function put(to: Entries | undefined, row: number, value: number): void {
  to?.indices.push(row)
  to?.values.push(value)
}

function startsOf(lengths: readonly number[]): number[] {
  const starts = [0]
  for (const length of lengths) starts.push((starts.at(-1) ?? 0) + length)
  return starts
}

const noEntries = (): Entries => ({ indices: [], values: [] })
const NO_ENTRIES = noEntries()
