import { createRequire } from 'node:module'
import type { Highs } from 'highs'
import type { LinkedCells, Table } from './linked-cells.ts'

/** What someone who has all that is shown can reckon with, kept in the solver so that each question starts warm. */
export interface AttackerModel {
  /** Shows a count as it is, or hides it: then no more is known than that it is at least `floor`. */
  readonly setKnown: (count: number, known: 'as_it_is' | 0 | 1) => void
  /**
   * The least or the greatest that counts can be together, the table where it is so, and the counts that hold it
   * there.
   */
  readonly extreme: (of: readonly number[], end: 'least' | 'greatest') => Extreme
  /** Lets the reserve be filled as well; false where it was before. */
  readonly openReserve: () => boolean
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
 * The model of one `LinkedCells`: a row for each of `told`, the counts that may be known. No column goes further
 * than four widths from the truth. That only makes the attacker think less possible than there is, so what
 * holds here holds outside, and every question has an answer.
 */
export function attackerModel(
  highs: Highs,
  { columns, counts, reserve }: LinkedCells,
  told: readonly number[],
): AttackerModel {
  const rows = told.map((position) => counts[position]?.columns ?? [])
  const rowOf = new Map(told.map((position, row) => [position, row]))
  const reach = 4 * counts.reduce((most, { width }) => Math.max(most, width), 1)
  const kept = new Set(reserve)
  const { objectiveSense, modelStatus } = highs.constants
  const model = highs.createModel({
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(() => 0),
    colLower: columns.map(() => 0),
    colUpper: columns.map((value, at) => (kept.has(at) ? value : value + reach)),
    rowLower: rows.map(() => 0),
    rowUpper: rows.map(() => highs.infinity),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns.length,
      starts: startsOf(rows.map(({ length }) => length)),
      indices: rows.flat(),
      values: rows.flat().map(() => 1),
    },
  })
  model.options.set({
    output_flag: false,
    presolve: 'off',
    solver: 'simplex',
    simplex_strategy: PRIMAL_SIMPLEX,
  })
  let asked: readonly number[] = []

  function ask(of: readonly number[], end: 'least' | 'greatest') {
    const weights = new Map<number, number>(asked.map((column) => [column, 0]))
    for (const position of of)
      for (const column of counts[position]?.columns ?? [])
        weights.set(column, (weights.get(column) ?? 0) + 1)
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

  return {
    setKnown(position, known) {
      const value = counts[position]?.value ?? 0
      const row = rowOf.get(position)
      if (row === undefined) return
      if (known === 'as_it_is') model.changeRowBounds(row, value, value)
      else model.changeRowBounds(row, known, highs.infinity)
    },
    extreme(of, end) {
      ask(of, end)
      const { colValue, rowDual } = model.getSolution()
      const pinnedBy: number[] = []
      for (const [row, dual] of rowDual.entries())
        if (Math.abs(dual) > TOLERANCE) pinnedBy.push(told[row] ?? 0)
      return { table: colValue, pinnedBy }
    },
    openReserve() {
      const isOpened = kept.size > 0
      for (const column of kept) model.changeColBounds(column, 0, reach)
      kept.clear()
      return isOpened
    },
    close: () => model.dispose(),
  }
}

function startsOf(lengths: readonly number[]): number[] {
  const starts = [0]
  for (const length of lengths) starts.push((starts.at(-1) ?? 0) + length)
  return starts
}
