import highsModule from 'highs'
import type { Highs, InitOptions } from 'highs'
import { z } from 'zod'
import type { Component } from './components.ts'
import type { Puzzle, Relation } from './puzzle.ts'
import { NOTHING_LARGER } from './puzzle.ts'

/** A table that satisfies every relation, with some numbers in it that are together as small or as large as can be. */
export interface Extreme {
  /** One value for each quantity of the component, in its order. */
  readonly values: Float64Array
  /** The relations that keep those numbers from going further. */
  readonly proof: () => Relation[]
}

/** A quantity at a place of the component, and how far it is enough to follow it. */
export interface Sought {
  readonly at: number
  readonly lower: number
  readonly upper: number
}

/** Finds the extreme of the sum of what is sought; null where no table satisfies the relations. */
export type FindExtreme = (sought: readonly Sought[], end: 'least' | 'most') => Extreme | null

const PROVES = 1e-9

/** What `highs` exports to ES modules; its type declarations speak of the CommonJS form. */
const loadHighs = z
  .custom<(options: InitOptions) => Promise<Highs>>((loader) => typeof loader === 'function')
  .parse(highsModule)
let solver: Promise<Highs> | undefined

/** The solver, which is loaded once. */
export const loadSolver = (): Promise<Highs> =>
  (solver ??= loadHighs({ print: () => undefined, printErr: () => undefined }))

/** Primal simplex without presolve: only the goal changes, so each solve starts from a table that holds. */
export const WARM_SIMPLEX = { presolve: 'off', solver: 'simplex', simplex_strategy: 4 } as const

/** Where nothing is sought rounding may keep the goal for ever from being as near as the solver wants it by itself. */
export const INTERIOR_POINT = {
  presolve: 'on',
  solver: 'ipm',
  ipm_optimality_tolerance: 1e-6,
  ipm_iteration_limit: 500,
} as const

/** How to solve: `warm` starts where the solution before ended; `anew` is sooner where there are thousands of quantities. */
const OPTIONS = {
  warm: WARM_SIMPLEX,
  anew: { ...INTERIOR_POINT, run_crossover: 'on' },
} as const

/** Lays a component out as a linear program. */
export async function withLinearProgram<Result>(
  puzzle: Puzzle,
  { quantities, relations }: Component,
  start: keyof typeof OPTIONS,
  work: (extreme: FindExtreme) => Result,
): Promise<Result> {
  const highs = await loadSolver()
  const index = new Map(quantities.map((key, at) => [key, at]))
  const entries = relations.flatMap(({ terms }) => terms)
  const data = {
    numCols: quantities.length,
    numRows: relations.length,
    colCost: new Float64Array(quantities.length),
    colLower: Float64Array.from(quantities, (key) => puzzle.quantities.get(key)?.atLeast ?? 0),
    colUpper: new Float64Array(quantities.length).fill(NOTHING_LARGER),
    rowLower: Float64Array.from(relations, ({ lower }) => Math.max(lower, -highs.infinity)),
    rowUpper: Float64Array.from(relations, ({ upper }) => Math.min(upper, highs.infinity)),
    matrix: {
      format: 'csr' as const,
      numRows: relations.length,
      numCols: quantities.length,
      starts: Int32Array.from([0, ...accumulated(relations.map(({ terms }) => terms.length))]),
      indices: Int32Array.from(entries, ({ quantity }) => index.get(quantity) ?? 0),
      values: Float64Array.from(entries, ({ coefficient }) => coefficient),
    },
  }
  return highs.withModel(data, (model): Result => {
    const { objectiveSense, modelStatus } = highs.constants
    model.options.set({ output_flag: false, ...OPTIONS[start] })
    return work((sought, end) => {
      const these = { kind: 'set', indices: Int32Array.from(sought, ({ at }) => at) } as const
      const eachIs = (numberOf: (each: Sought) => number) => Float64Array.from(sought, numberOf)
      const lower = eachIs(({ at }) => data.colLower[at] ?? 0)
      const upper = eachIs(({ at }) => data.colUpper[at] ?? 0)
      const sum = (cost: number) =>
        model.changeColsCost(
          these,
          eachIs(() => cost),
        )
      model.changeObjectiveSense(end === 'least' ? objectiveSense.minimize : objectiveSense.maximize)
      sum(1)
      model.changeColsBounds(
        these,
        lower.map((bound, at) => Math.max(bound, sought[at]?.lower ?? bound)),
        upper.map((bound, at) => Math.min(bound, sought[at]?.upper ?? bound)),
      )
      model.run()
      if (model.getModelStatus() !== modelStatus.optimal) return null
      const { colValue: values, rowDual } = model.getSolution()
      sum(0)
      model.changeColsBounds(these, lower, upper)
      const proof = () =>
        relations.filter((_, row) => Math.abs(rowDual[row] ?? 0) > PROVES).map(({ relation }) => relation)
      return { values, proof }
    })
  })
}

function accumulated(lengths: readonly number[]): number[] {
  let sum = 0
  return lengths.map((length) => (sum += length))
}
