import { createRequire } from 'node:module'
import type { Highs } from 'highs'
import type { Known, LinkedCells, Table } from './linked-cells.ts'
import { solverModel } from './solver-model.ts'

/** What someone who has all that is shown can reckon with, kept in the solver so that each question starts warm. */
export interface AttackerModel {
  /** Shows a count as it is, or hides it: then no more is known than that it is at least `floor`. */
  readonly setKnown: (count: number, known: Known) => void
  /**
   * The least that a count can be, or the greatest, no further than its width from the truth; the table where it is
   * so, and the counts that hold it there.
   */
  readonly extreme: (of: number, end: End) => Extreme
  /** A table that has many counts small together, or great, with the columns at hand. */
  readonly extremeTable: (of: readonly number[], end: End) => Table
  readonly close: () => void
}

type End = 'least' | 'greatest'
/** The least and the greatest. */
type Bounds = readonly [number, number]

interface Extreme {
  readonly table: Table
  /**
   * The counts that hold it there, shown or known to be one at least, by position; and how much further it would go
   * for each one that such a count could move.
   */
  readonly pinnedBy: ReadonlyMap<number, number>
}

// The package's types describe its CommonJS form, so that is the one to load.
const loadHighs: typeof import('highs').default = createRequire(import.meta.url)('highs')
let loading: Promise<Highs> | undefined

/** The solver, loaded once in a process. */
export function loadSolver(): Promise<Highs> {
  loading ??= loadHighs()
  return loading
}

const TOLERANCE = 1e-6

/**
 * The model of one `LinkedCells`: a row for each of `told`, the counts that may be known, whose sum is a column of
 * its own with what is known of it for bounds. No other column goes further than four widths from the truth. That
 * only makes the attacker think less possible than there is, so what holds here holds outside, and every
 * question has an answer.
 */
export function attackerModel(highs: Highs, cells: LinkedCells, told: readonly number[]): AttackerModel {
  const { counts } = cells
  const rowOf = new Map(told.map((position, row) => [position, row]))
  const bounds = new Map<number, Bounds>()
  const boundsOf = (position: number): Bounds => bounds.get(position) ?? [0, highs.infinity]
  const { objectiveSense, modelStatus } = highs.constants
  const { model, placeOf, placed, sumOf, better } = solverModel(highs, cells, told)
  let asked: readonly number[] = []

  function setBounds(position: number, [least, greatest]: Bounds): void {
    const row = rowOf.get(position)
    if (row !== undefined) model.changeColBounds(sumOf(row), least, greatest)
  }
  /** What a question weighs: sums, and of a count that has none the columns themselves. */
  function setObjective(of: readonly number[], end: End): ReadonlyMap<number, number> {
    const ofColumns = new Map<number, number>()
    for (const position of of.filter((each) => !rowOf.has(each)))
      for (const column of counts[position]?.columns ?? [])
        ofColumns.set(column, (ofColumns.get(column) ?? 0) + 1)
    const ofPlaces = new Map(asked.map((place) => [place, 0]))
    for (const row of of.flatMap((position) => rowOf.get(position) ?? [])) ofPlaces.set(sumOf(row), 1)
    for (const [column, weight] of ofColumns) {
      const place = placeOf(column)
      if (place !== undefined) ofPlaces.set(place, weight)
    }
    for (const [place, weight] of ofPlaces) model.changeColCost(place, weight)
    asked = [...ofPlaces.keys()]
    model.changeObjectiveSense(end === 'least' ? objectiveSense.minimize : objectiveSense.maximize)
    return ofColumns
  }
  function isSolved(): boolean {
    model.run()
    return model.getModelStatus() === modelStatus.optimal
  }
  function solve(key: string) {
    if (!isSolved()) {
      // A start that has gone astray in rounding is thrown away, and the question asked once more.
      model.clearSolver()
      if (!isSolved()) throw new Error(`No table agrees with what is shown (${key})`)
    }
    return model.getSolution()
  }
  /** Far enough is enough: a greatest beyond the width of a count tells nothing more. */
  function capped(position: number): Bounds {
    const { value = 0, width = 0 } = counts[position] ?? {}
    const [least, greatest] = boundsOf(position)
    return [least, Math.min(greatest, Math.max(least, value + width))]
  }
  function tableIn(colValue: Float64Array): Table {
    const table = new Float64Array(cells.columns.length)
    for (const [column, place] of placed()) table[column] = colValue[place] ?? 0
    return table
  }

  return {
    setKnown(position, known) {
      const value = counts[position]?.value ?? 0
      bounds.set(position, known === 'as_it_is' ? [value, value] : [known, highs.infinity])
      setBounds(position, boundsOf(position))
    },
    extreme(of, end) {
      const key = counts[of]?.key ?? ''
      const sign = end === 'least' ? -1 : 1
      if (end === 'greatest') setBounds(of, capped(of))
      let weights = setObjective([of], end)
      let solution = solve(key)
      while (better(solution.rowDual, sign, weights)) {
        weights = setObjective([of], end)
        solution = solve(key)
      }
      if (end === 'greatest') setBounds(of, boundsOf(of))
      const { colValue, colDual } = solution
      const pinnedBy = new Map<number, number>()
      for (const [position, row] of rowOf) {
        const strength = Math.abs(colDual[sumOf(row)] ?? 0)
        if (strength > TOLERANCE && (position !== of || end === 'least')) pinnedBy.set(position, strength)
      }
      return { table: tableIn(colValue), pinnedBy }
    },
    extremeTable(of, end) {
      const caps = end === 'greatest' ? of : []
      for (const position of caps) setBounds(position, capped(position))
      setObjective(of, end)
      const { colValue } = solve(counts[of[0] ?? 0]?.key ?? '')
      for (const position of caps) setBounds(position, boundsOf(position))
      return tableIn(colValue)
    },
    close: () => model.dispose(),
  }
}
