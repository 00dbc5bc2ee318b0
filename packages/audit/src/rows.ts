/** `lower ≤ Σ coefficient · column ≤ upper`; either may be infinite. */
export interface Row {
  readonly columns: readonly number[]
  readonly coefficients: readonly number[]
  readonly lower: number
  readonly upper: number
}

/** Rows in arrays of numbers. */
export interface Rows {
  /** Row `r` has the entries from `rowStarts[r]` up to `rowStarts[r + 1]` of `columns` and `coefficients`. */
  readonly rowStarts: Int32Array
  readonly columns: Int32Array
  readonly coefficients: Float64Array
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
}

export function inArrays(rows: readonly Row[]): Rows {
  return {
    rowStarts: startsOf(rows.map(({ columns }) => columns.length)),
    columns: Int32Array.from(rows.flatMap(({ columns }) => columns)),
    coefficients: Float64Array.from(rows.flatMap(({ coefficients }) => coefficients)),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
  }
}

/** Where each begins of so many long, one after the other, and where the last ends. */
export function startsOf(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1)
  for (const [at, length] of lengths.entries()) starts[at + 1] = (starts[at] ?? 0) + length
  return starts
}
