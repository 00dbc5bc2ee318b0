import type { Row } from '../rows.ts'
import { inArrays } from '../rows.ts'
import { withSolver } from '../solver.ts'
import type { Wish } from '../solver.ts'
import type { Program } from './program.ts'

/** Some columns of a program, and a table of it: each other column stays where it is there. */
export interface Part {
  readonly columns: readonly number[]
  readonly table: Float64Array
}

/** One value for each column, in their order; null where the solver finds none. */
export type FindTable = (wishes: readonly Wish[]) => Float64Array | null

/** Works with the tables of a part. Each of them, with all else as it is, is a table of the program. */
export function withPart<Result>(
  program: Program,
  { columns, table }: Part,
  work: (find: FindTable) => Result,
): Promise<Result> {
  const placeOf = new Map(columns.map((at, place) => [at, place]))
  const numbers = new Set(columns.flatMap((at) => program.rowsOf[at] ?? []))
  const rows = [...numbers].flatMap((number): Row[] => {
    const row = program.rows[number]
    return row === undefined ? [] : [withinPart(row, placeOf, table)]
  })
  const model = {
    lower: Float64Array.from(columns, (at) => program.lower[at] ?? 0),
    upper: Float64Array.from(columns, (at) => program.upper[at] ?? 0),
    ...inArrays(rows),
  }
  return withSolver(model, 'warm', (solve) => work((wishes) => solve(wishes)?.values ?? null))
}

/** What a row leaves for the columns of the part, by their places there. */
function withinPart(row: Row, placeOf: ReadonlyMap<number, number>, table: Float64Array): Row {
  const columns: number[] = []
  const coefficients: number[] = []
  let settled = 0
  for (const [each, at] of row.columns.entries()) {
    const coefficient = row.coefficients[each] ?? 0
    const place = placeOf.get(at)
    if (place === undefined) settled += coefficient * (table[at] ?? 0)
    else {
      columns.push(place)
      coefficients.push(coefficient)
    }
  }
  return { columns, coefficients, lower: row.lower - settled, upper: row.upper - settled }
}
