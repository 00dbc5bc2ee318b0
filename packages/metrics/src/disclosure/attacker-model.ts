import { createRequire } from 'node:module'
import type { Highs } from 'highs'
import type { LinkedCells, Table } from './linked-cells.ts'

/** What someone who has all that is shown can reckon with, kept in the solver so that each question starts warm. */
export interface AttackerModel {
  /** Shows a count as it is, or hides it: then no more is known than that it is at least `floor`. */
  readonly setKnown: (count: number, known: 'as_it_is' | 0 | 1) => void
  /** The least or the greatest that a count can be, the table where it is so, and the counts that hold it there. */
  readonly extreme: (count: number, end: 'least' | 'greatest') => Extreme
  readonly close: () => void
}

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
/** Primal simplex: from one question to the next only the objective changes, and the last table is a start. */
const PRIMAL_SIMPLEX = 4

/**
 * The model of one `LinkedCells`: a row for each count. No column goes further
 * than four widths from the truth. That only makes the attacker think less possible than there is, so what
 * holds here holds outside, and every question has an answer.
 */
export function attackerModel(highs: Highs, cells: LinkedCells): AttackerModel {
  const { columns, counts } = cells
  const reach = 4 * counts.reduce((most, { width }) => Math.max(most, width), 1)
  const { objectiveSense, modelStatus } = highs.constants
  const model = highs.createModel({
    numCols: columns.length,
    numRows: counts.length,
    colCost: columns.map(() => 0),
    colLower: columns.map(() => 0),
    colUpper: columns.map((value) => value + reach),
    rowLower: counts.map(() => 0),
    rowUpper: counts.map(() => highs.infinity),
    matrix: {
      format: 'csr',
      numRows: counts.length,
      numCols: columns.length,
      starts: startsOf(counts.map(({ columns: own }) => own.length)),
      indices: counts.flatMap(({ columns: own }) => own),
      values: counts.flatMap(({ columns: own }) => own.map(() => 1)),
    },
  })
  model.options.set({
    output_flag: false,
    presolve: 'off',
    solver: 'simplex',
    simplex_strategy: PRIMAL_SIMPLEX,
  })
  let asked: readonly number[] = []

  function ask(position: number, end: 'least' | 'greatest') {
    for (const column of asked) model.changeColCost(column, 0)
    asked = counts[position]?.columns ?? []
    for (const column of asked) model.changeColCost(column, 1)
    model.changeObjectiveSense(end === 'least' ? objectiveSense.minimize : objectiveSense.maximize)
    model.run()
    if (model.getModelStatus() === modelStatus.optimal) return
    // A start that has gone astray in rounding is thrown away, and the question asked once more.
    model.clearSolver()
    model.run()
    if (model.getModelStatus() !== modelStatus.optimal) {
      throw new Error(`No table agrees with what is shown (${counts[position]?.key ?? position})`)
    }
  }

  return {
    setKnown(position, known) {
      const value = counts[position]?.value ?? 0
      if (known === 'as_it_is') model.changeRowBounds(position, value, value)
      else model.changeRowBounds(position, known, highs.infinity)
    },
    extreme(position, end) {
      ask(position, end)
      const { colValue, rowDual } = model.getSolution()
      const pinnedBy: number[] = []
      for (const [at, dual] of rowDual.entries()) if (Math.abs(dual) > TOLERANCE) pinnedBy.push(at)
      return { table: colValue, pinnedBy }
    },
    close: () => model.dispose(),
  }
}

function startsOf(lengths: readonly number[]): number[] {
  const starts = [0]
  for (const length of lengths) starts.push((starts.at(-1) ?? 0) + length)
  return starts
}
