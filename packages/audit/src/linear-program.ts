import highsModule from 'highs'
import type { Highs, InitOptions } from 'highs'
import { z } from 'zod'
import type { Component } from './components.ts'
import type { Puzzle, Relation } from './puzzle.ts'
import { NOTHING_LARGER } from './puzzle.ts'

/** A table that satisfies every relation, with one number in it as small or as large as can be. */
interface Extreme {
  /** One value for each quantity of the component, in its order. */
  readonly values: Float64Array
  /** The relations that keep that number from going further. */
  readonly proof: () => Relation[]
}

/** Finds the extreme of the quantity at a place in the component; null where no table satisfies the relations. */
export type FindExtreme = (at: number, end: 'least' | 'most') => Extreme | null

const PROVES = 1e-9

/** What `highs` exports to ES modules; its type declarations speak of the CommonJS form. */
const loadHighs = z
  .custom<(options: InitOptions) => Promise<Highs>>((loader) => typeof loader === 'function')
  .parse(highsModule)
let solver: Promise<Highs> | undefined

/** Lays a component out as a linear program, whose every solution starts where the one before ended. */
export async function withLinearProgram<Result>(
  puzzle: Puzzle,
  { quantities, relations }: Component,
  work: (extreme: FindExtreme) => Result,
): Promise<Result> {
  solver ??= loadHighs({ print: () => undefined, printErr: () => undefined })
  const highs = await solver
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
    // primal simplex without presolve: only the goal changes, so each solve starts from a table that holds
    model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex', simplex_strategy: 4 })
    return work((at, end) => {
      model.changeObjectiveSense(end === 'least' ? objectiveSense.minimize : objectiveSense.maximize)
      model.changeColCost(at, 1)
      model.run()
      if (model.getModelStatus() !== modelStatus.optimal) return null
      const { colValue: values, rowDual } = model.getSolution()
      model.changeColCost(at, 0)
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
