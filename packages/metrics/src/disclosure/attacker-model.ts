import { createRequire } from 'node:module'
import type { Highs } from 'highs'
import type { Known, LinkedCells, Table } from './linked-cells.ts'
import { solverModel } from './solver-model.ts'

/** What someone who has all that is shown can reckon with, kept in the solver so that each question starts warm. */
export interface AttackerModel {
  /** Shows a count as it is, or hides it: then no more is known than that it is at least `floor`. */
  readonly setKnown: (count: number, known: Known) => void
  /**
   * The least that counts can be together, or the greatest, none counted further than its width from the truth; the
   * table where it is so, and the counts that hold it there.
   */
  readonly extreme: (of: readonly number[], end: 'least' | 'greatest') => Extreme
  /** Lets the reserve be filled as well; false where it was before. */
  readonly openReserve: () => boolean
  readonly close: () => void
}

/** The least and the greatest. */
type Bounds = readonly [number, number]

interface Extreme {
  readonly table: Table
  /** Positions of the counts whose dual is not zero: shown, or hidden and known to be one at least. */
  readonly pinnedBy: readonly number[]
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
  const isClosed = new Set(cells.reserve)
  const { objectiveSense, modelStatus } = highs.constants
  let { model, columnOf, sumOf } = built()
  let asked: readonly number[] = []

  function built() {
    const inUse = [...cells.columns.keys()].filter((column) => !isClosed.has(column))
    return solverModel(highs, cells, inUse, told)
  }
  function setBounds(position: number, [least, greatest]: Bounds): void {
    const row = rowOf.get(position)
    if (row !== undefined) model.changeColBounds(sumOf(row), least, greatest)
  }
  function columnsOf(position: number): readonly number[] {
    const row = rowOf.get(position)
    if (row !== undefined) return [sumOf(row)]
    return (counts[position]?.columns ?? []).flatMap((column) => columnOf.get(column) ?? [])
  }
  function ask(of: readonly number[], end: 'least' | 'greatest') {
    const weights = new Map<number, number>(asked.map((column) => [column, 0]))
    for (const position of of)
      for (const column of columnsOf(position)) weights.set(column, (weights.get(column) ?? 0) + 1)
    for (const [column, weight] of weights) model.changeColCost(column, weight)
    asked = [...weights.keys()]
    model.changeObjectiveSense(end === 'least' ? objectiveSense.minimize : objectiveSense.maximize)
    model.run()
    if (model.getModelStatus() === modelStatus.optimal) return
    // A start that has gone astray in rounding is thrown away, and the question asked once more.
    model.clearSolver()
    model.run()
    if (model.getModelStatus() !== modelStatus.optimal) {
      throw new Error(`No table agrees with what is shown (${counts[of[0] ?? 0]?.key ?? ''})`)
    }
  }
  /** Far enough is enough: a greatest beyond the width of a count tells nothing more. */
  function capped(position: number): Bounds {
    const { value = 0, width = 0 } = counts[position] ?? {}
    const [least, greatest] = boundsOf(position)
    return [least, Math.min(greatest, Math.max(least, value + width))]
  }

  return {
    setKnown(position, known) {
      const value = counts[position]?.value ?? 0
      bounds.set(position, known === 'as_it_is' ? [value, value] : [known, highs.infinity])
      setBounds(position, boundsOf(position))
    },
    extreme(of, end) {
      const caps = new Set(end === 'greatest' ? of : [])
      for (const position of caps) setBounds(position, capped(position))
      ask(of, end)
      const { colValue, colDual } = model.getSolution()
      for (const position of caps) setBounds(position, boundsOf(position))
      const table = new Float64Array(cells.columns.length)
      for (const [column, at] of columnOf) table[column] = colValue[at] ?? 0
      const isPinning = (position: number, row: number) =>
        Math.abs(colDual[sumOf(row)] ?? 0) > TOLERANCE && !caps.has(position)
      return { table, pinnedBy: told.filter(isPinning) }
    },
    openReserve() {
      if (isClosed.size === 0) return false
      isClosed.clear()
      model.dispose()
      ;({ model, columnOf, sumOf } = built())
      asked = []
      for (const [position, those] of bounds) setBounds(position, those)
      return true
    },
    close: () => model.dispose(),
  }
}
