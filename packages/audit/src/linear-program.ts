import type { Component } from './components.ts'
import type { Puzzle, Relation } from './puzzle.ts'
import { NOTHING_LARGER } from './puzzle.ts'
import { inArrays } from './rows.ts'
import { withSolver } from './solver.ts'

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

/** Lays a component out as a linear program. */
export function withLinearProgram<Result>(
  puzzle: Puzzle,
  { quantities, relations }: Component,
  way: 'warm' | 'corner',
  work: (extreme: FindExtreme) => Result,
): Promise<Result> {
  const index = new Map(quantities.map((key, at) => [key, at]))
  const rows = relations.map(({ terms, lower, upper }) => ({
    columns: terms.map(({ quantity }) => index.get(quantity) ?? 0),
    coefficients: terms.map(({ coefficient }) => coefficient),
    lower,
    upper,
  }))
  const model = {
    lower: Float64Array.from(quantities, (key) => puzzle.quantities.get(key)?.atLeast ?? 0),
    upper: new Float64Array(quantities.length).fill(NOTHING_LARGER),
    ...inArrays(rows),
  }
  return withSolver(model, way, (solve) =>
    work((sought, end) => {
      const cost = end === 'least' ? 1 : -1
      const solution = solve(sought.map(({ at, lower, upper }) => ({ place: at, cost, lower, upper })))
      if (solution === null) return null
      const { values, duals } = solution
      const proof = () =>
        relations.filter((_, row) => Math.abs(duals[row] ?? 0) > PROVES).map(({ relation }) => relation)
      return { values, proof }
    }),
  )
}
