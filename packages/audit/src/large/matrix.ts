import type { Rows } from '../rows.ts'
import { inArrays, startsOf } from '../rows.ts'
import type { Program } from './program.ts'

/** The rows of a program in arrays of numbers, by row and by column. */
export interface Matrix extends Rows {
  /** Column `c` is in the rows from `columnStarts[c]` up to `columnStarts[c + 1]` of `rows`. */
  readonly columnStarts: Int32Array
  readonly rows: Int32Array
}

export function matrixOf({ rows, rowsOf }: Pick<Program, 'rows' | 'rowsOf'>): Matrix {
  return {
    ...inArrays(rows),
    columnStarts: startsOf(rowsOf.map(({ length }) => length)),
    rows: Int32Array.from(rowsOf.flat()),
  }
}
