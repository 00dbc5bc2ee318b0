import { createRequire } from 'node:module'
import type { Highs } from 'highs'
import type { Known, LinkedCells, Table } from './linked-cells.ts'
import { solverModel } from './solver-model.ts'

/** What someone who has all that is shown can reckon with, kept in the solver so that each question starts warm. */
export interface AttackerModel {
  /** Shows a count as it is, or hides it: then no more is known than that it is at least so much. */
  readonly setKnown: (count: number, known: Known) => void
  /**
   * The least that a count can be, or the greatest, no further than its width from the truth; the table where it is
   * so, and the counts that hold it there.
   */
  readonly extreme: (of: number, end: End) => Extreme
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
  const { model, placeOf, sumOf, better } = solverModel(highs, cells, told)
  let asked: readonly number[] = []

  function setBounds(position: number, [least, greatest]: Bounds): void {
    const row = rowOf.get(position)
    if (row !== undefined) model.changeColBounds(sumOf(row), least, greatest)
  }
  /** A count is asked for by its sum, or where it has none by the columns themselves. */
  function setObjective(of: number, columns: ReadonlySet<number>, end: End): void {
    const row = rowOf.get(of)
    const places =
      row === undefined ? [...columns].flatMap((column) => placeOf.get(column) ?? []) : [sumOf(row)]
    const isAsked = new Set(places)
    const changed = [...new Set([...asked, ...places])].toSorted((a, b) => a - b)
    const costs = changed.map((place) => (isAsked.has(place) ? 1 : 0))
    model.changeColsCost({ kind: 'set', indices: changed }, costs)
    model.changeObjectiveSense(end === 'least' ? objectiveSense.minimize : objectiveSense.maximize)
    asked = places
  }
  function isSolved(): boolean {
    model.run()
    return model.getModelStatus() === modelStatus.optimal
  }
  function ask(of: number, columns: ReadonlySet<number>, end: End) {
    setObjective(of, columns, end)
    if (!isSolved()) {
      // A start that has gone astray in rounding is thrown away, and the question asked once more.
      model.clearSolver()
      if (!isSolved()) throw new Error(`No table agrees with what is shown (${counts[of]?.key ?? ''})`)
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
    for (const [column, place] of placeOf) table[column] = colValue[place] ?? 0
    return table
  }

  return {
    setKnown(position, known) {
      const value = counts[position]?.value ?? 0
      bounds.set(position, known === 'as_it_is' ? [value, value] : [known, highs.infinity])
      setBounds(position, boundsOf(position))
    },
    extreme(of, end) {
      const columns = new Set(rowOf.has(of) ? [] : counts[of]?.columns)
      if (end === 'greatest') setBounds(of, capped(of))
      let solution = ask(of, columns, end)
      while (better(solution.rowDual, end === 'least' ? -1 : 1, columns)) solution = ask(of, columns, end)
      if (end === 'greatest') setBounds(of, boundsOf(of))
      const { colValue, colDual } = solution
      const pinnedBy = new Map<number, number>()
      for (const [position, row] of rowOf) {
        const strength = Math.abs(colDual[sumOf(row)] ?? 0)
        if (strength > TOLERANCE && (position !== of || end === 'least')) pinnedBy.set(position, strength)
      }
      return { table: tableIn(colValue), pinnedBy }
    },
    close: () => model.dispose(),
  }
}
