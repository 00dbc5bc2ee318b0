import type { Program } from './program.ts'

/** The rows of a program in arrays of numbers, by row and by column. */
export interface Matrix {
  /** Row `r` has the entries from `rowStarts[r]` up to `rowStarts[r + 1]`. */
  readonly rowStarts: Int32Array
  readonly columns: Int32Array
  readonly coefficients: Float64Array
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
  /** Column `c` is in the rows from `columnStarts[c]` up to `columnStarts[c + 1]` of `rows`. */
  readonly columnStarts: Int32Array
  readonly rows: Int32Array
}

export function matrixOf({ rows, rowsOf }: Pick<Program, 'rows' | 'rowsOf'>): Matrix {
  return {
    rowStarts: startsOf(rows.map(({ columns }) => columns.length)),
    columns: Int32Array.from(rows.flatMap(({ columns }) => columns)),
    coefficients: Float64Array.from(rows.flatMap(({ coefficients }) => coefficients)),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    columnStarts: startsOf(rowsOf.map(({ length }) => length)),
    rows: Int32Array.from(rowsOf.flat()),
  }
}

function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1)
  for (const [at, length] of lengths.entries()) starts[at + 1] = (starts[at] ?? 0) + length
  return starts
}
