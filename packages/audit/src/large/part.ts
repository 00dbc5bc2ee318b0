import { INTERIOR_POINT, loadSolver, WARM_SIMPLEX } from '../linear-program.ts'
import type { Program } from './program.ts'

/** Some columns of a program, while each of the others stays where it is. */
export interface Part {
  readonly columns: readonly number[]
  /** A table of the whole program. */
  readonly around: Float64Array
  readonly solver: keyof typeof SOLVERS
}

/** What is wished of a column of the part, by its place there: to be as small or as large as can be, within bounds. */
export interface Wish {
  readonly place: number
  readonly cost: number
  readonly lower: number
  readonly upper: number
}

/** One value for each column of the part, in its order; null where the solver finds none. */
export type FindTable = (wishes: readonly Wish[]) => Float64Array | null

/** `simplex` is for hundreds of columns, `interior` for thousands: its tables keep as far from all bounds as they can. */
const SOLVERS = {
  simplex: WARM_SIMPLEX,
  interior: { ...INTERIOR_POINT, run_crossover: 'off' },
} as const

/** Works with the tables of a part. Each of them, with all else as it is around, is a table of the program. */
export async function withPart<Result>(
  program: Program,
  { columns, around, solver }: Part,
  work: (find: FindTable) => Result,
): Promise<Result> {
  const highs = await loadSolver()
  const placeOf = new Map(columns.map((at, place) => [at, place]))
  const numbers = new Set(columns.flatMap((at) => program.rowsOf[at] ?? []))
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  const rowLower: number[] = []
  const rowUpper: number[] = []
  for (const number of numbers) {
    const row = program.rows[number]
    if (row === undefined) continue
    let settled = 0
    for (const [each, at] of row.columns.entries()) {
      const coefficient = row.coefficients[each] ?? 0
      const place = placeOf.get(at)
      if (place === undefined) settled += coefficient * (around[at] ?? 0)
      else {
        indices.push(place)
        values.push(coefficient)
      }
    }
    starts.push(indices.length)
    rowLower.push(Math.max(row.lower - settled, -highs.infinity))
    rowUpper.push(Math.min(row.upper - settled, highs.infinity))
  }
  const colLower = Float64Array.from(columns, (at) => program.lower[at] ?? 0)
  const colUpper = Float64Array.from(columns, (at) => program.upper[at] ?? 0)
  const data = {
    numCols: columns.length,
    numRows: numbers.size,
    colCost: new Float64Array(columns.length),
    colLower,
    colUpper,
    rowLower: Float64Array.from(rowLower),
    rowUpper: Float64Array.from(rowUpper),
    matrix: {
      format: 'csr' as const,
      numRows: numbers.size,
      numCols: columns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  }
  return highs.withModel(data, (model): Result => {
    model.options.set({ output_flag: false, ...SOLVERS[solver] })
    return work((wishes) => {
      const these = { kind: 'set', indices: Int32Array.from(wishes, ({ place }) => place) } as const
      const each = (numberOf: (wish: Wish) => number) => Float64Array.from(wishes, numberOf)
      function ask(costs: Float64Array, lower: Float64Array, upper: Float64Array): void {
        if (wishes.length === 0) return
        model.changeColsCost(these, costs)
        model.changeColsBounds(these, lower, upper)
      }
      const lower = each(({ place }) => colLower[place] ?? 0)
      const upper = each(({ place }) => colUpper[place] ?? 0)
      ask(
        each(({ cost }) => cost),
        lower.map((bound, at) => Math.max(bound, wishes[at]?.lower ?? bound)),
        upper.map((bound, at) => Math.min(bound, wishes[at]?.upper ?? bound)),
      )
      model.run()
      const isFound = model.getModelStatus() === highs.constants.modelStatus.optimal
      const { colValue } = isFound ? model.getSolution() : { colValue: null }
      ask(new Float64Array(wishes.length), lower, upper)
      return colValue
    })
  })
}
