import highsModule from 'highs'
import type { Highs, InitOptions } from 'highs'
import { z } from 'zod'
import type { Rows } from './rows.ts'

/** Rows, with each column between its own bounds; any of them may be infinite. */
export interface Model extends Rows {
  readonly lower: Float64Array
  readonly upper: Float64Array
}

/** What is wished of a column, by its place: that it times its cost be as small as can be, within narrower bounds. */
export interface Wish {
  readonly place: number
  readonly cost: number
  readonly lower: number
  readonly upper: number
}

interface Solution {
  /** One value for each column of the model, in its order. */
  readonly values: Float64Array
  /** By row: how much it keeps the wishes from going further. */
  readonly duals: Float64Array
}

/** Fulfils wishes, by rising place, as far as can be all together; null where nothing is found that satisfies the rows. */
export type Solve = (wishes: readonly Wish[]) => Solution | null

/** What `highs` exports to ES modules; its type declarations speak of the CommonJS form. */
const loadHighs = z
  .custom<(options: InitOptions) => Promise<Highs>>((loader) => typeof loader === 'function')
  .parse(highsModule)
let solver: Promise<Highs> | undefined

/** Where nothing is sought rounding may keep the goal for ever from being as near as the solver wants it by itself. */
const INTERIOR_POINT = {
  presolve: 'on',
  solver: 'ipm',
  ipm_optimality_tolerance: 1e-6,
  ipm_iteration_limit: 500,
} as const

/** How to solve. */
const OPTIONS = {
  /** Primal simplex without presolve: only the goal changes, so each solve starts where the one before ended. */
  warm: { presolve: 'off', solver: 'simplex', simplex_strategy: 4 },
  /** Dual simplex, each time from where all columns are zero: soonest where few of them have to be elsewhere. */
  from_zero: { presolve: 'off', solver: 'simplex', simplex_strategy: 1 },
  /** Sooner where there are thousands of columns, and its ends are corners. */
  corner: { ...INTERIOR_POINT, run_crossover: 'on' },
  /** As far from all bounds as can be. */
  interior: { ...INTERIOR_POINT, run_crossover: 'off' },
} as const

/** Solves a model for as many wishes as `work` has. */
export async function withSolver<Result>(
  { lower, upper, rowLower, rowUpper, rowStarts, columns, coefficients }: Model,
  way: keyof typeof OPTIONS,
  work: (solve: Solve) => Result,
): Promise<Result> {
  const highs = await (solver ??= loadHighs({ print: () => undefined, printErr: () => undefined }))
  const [numCols, numRows] = [lower.length, rowLower.length]
  const data = {
    numCols,
    numRows,
    colCost: new Float64Array(numCols),
    colLower: lower,
    colUpper: upper,
    rowLower: rowLower.map((bound) => Math.max(bound, -highs.infinity)),
    rowUpper: rowUpper.map((bound) => Math.min(bound, highs.infinity)),
    matrix: {
      format: 'csr' as const,
      numRows,
      numCols,
      starts: rowStarts,
      indices: columns,
      values: coefficients,
    },
  }
  return highs.withModel(data, (model): Result => {
    model.options.set({ output_flag: false, ...OPTIONS[way] })
    return work((wishes) => {
      const these = { kind: 'set', indices: Int32Array.from(wishes, ({ place }) => place) } as const
      const each = (numberOf: (wish: Wish) => number) => Float64Array.from(wishes, numberOf)
      const seek = (costs: Float64Array, least: Float64Array, most: Float64Array) => {
        if (wishes.length === 0) return
        model.changeColsCost(these, costs)
        model.changeColsBounds(these, least, most)
      }
      const [least, most] = [each(({ place }) => lower[place] ?? 0), each(({ place }) => upper[place] ?? 0)]
      seek(
        each(({ cost }) => cost),
        least.map((bound, at) => Math.max(bound, wishes[at]?.lower ?? bound)),
        most.map((bound, at) => Math.min(bound, wishes[at]?.upper ?? bound)),
      )
      if (way === 'from_zero') model.clearSolver()
      model.run()
      const isFound = model.getModelStatus() === highs.constants.modelStatus.optimal
      const solution = isFound ? model.getSolution() : null
      seek(new Float64Array(wishes.length), least, most)
      return solution && { values: solution.colValue, duals: solution.rowDual }
    })
  })
}
