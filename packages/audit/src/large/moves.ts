import type { Row } from '../rows.ts'
import { inArrays } from '../rows.ts'
import { withSolver } from '../solver.ts'
import type { Wish } from '../solver.ts'
import type { FindTable } from './part.ts'
import type { Program } from './program.ts'

/**
 * Works with the tables that one table of a program can be moved to. Each column of the solver is how far one of the
 * program is moved, up or down, so that nothing has moved where the solver begins. It begins there each time: what few
 * wishes ask for is close by, and what was found for others may be far away.
 */
export function withMoves<Result>(
  { lower, upper, rows }: Program,
  table: Float64Array,
  work: (find: FindTable) => Result,
): Promise<Result> {
  const count = table.length
  const model = {
    lower: new Float64Array(2 * count),
    upper: Float64Array.from([
      ...table.map((number, at) => Math.max(0, (upper[at] ?? 0) - number)),
      ...table.map((number, at) => Math.max(0, number - (lower[at] ?? 0))),
    ]),
    ...inArrays(rows.map((row) => rowOfMoves(row, table))),
  }
  const up = ({ place, cost, upper: most }: Wish): Wish => {
    const room = Math.max(0, most - (table[place] ?? 0))
    return { place, cost, lower: 0, upper: room }
  }
  const down = ({ place, cost, lower: least }: Wish): Wish => {
    const room = Math.max(0, (table[place] ?? 0) - least)
    return { place: place + count, cost: -cost, lower: 0, upper: room }
  }
  return withSolver(model, 'from_zero', (solve) =>
    work((wishes) => {
      const moves = solve([...wishes.map(up), ...wishes.map(down)])?.values
      if (moves === undefined) return null
      return table.map((number, at) => number + (moves[at] ?? 0) - (moves[at + count] ?? 0))
    }),
  )
}

/** What a row leaves for moves, which is never less than nothing: rounding may have put the table beyond it. */
function rowOfMoves({ columns, coefficients, lower, upper }: Row, table: Float64Array): Row {
  const sum = columns.reduce((so, at, place) => so + (table[at] ?? 0) * (coefficients[place] ?? 0), 0)
  const isEquation = lower === upper
  return {
    columns: [...columns, ...columns.map((at) => at + table.length)],
    coefficients: [...coefficients, ...coefficients.map((each) => -each)],
    lower: isEquation ? 0 : Math.min(0, lower - sum),
    upper: isEquation ? 0 : Math.max(0, upper - sum),
  }
}
