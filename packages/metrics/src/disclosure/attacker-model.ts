import { createRequire } from 'node:module'
import type { Highs } from 'highs'
import type { LinkedCells, Table } from './linked-cells.ts'

/** What someone who has all that is shown can reckon with, kept in the solver so that each question starts warm. */
export interface AttackerModel {
  /** Shows a count, or hides it again. */
  readonly setShown: (count: number, isShown: boolean) => void
  /** The least or the greatest that a count can be, the table where it is so, and the counts that hold it there. */
  readonly extreme: (count: number, end: 'least' | 'greatest') => Extreme
  readonly close: () => void
}

export interface Extreme {
  readonly table: Table
  /** Positions of the shown counts whose dual is not zero. */
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
/** Looking for whole numbers ends after so many branches: what was found by then stands. */
const MOST_BRANCHES = 200

/**
 * The model of one `LinkedCells`: a row for each relation, then one for each count. No column goes further
 * than four widths from the truth. That only makes the attacker think less possible than there is, so what
 * holds here holds outside, and every question has an answer.
 */
export function attackerModel(highs: Highs, cells: LinkedCells): AttackerModel {
  const { columns, relations, counts, isWhole, width } = cells
  const reach = 4 * width
  const { objectiveSense, modelStatus, variableType } = highs.constants
  const firstCount = relations.length
  const rows = [
    ...relations.map(({ plus, minus }) => [
      ...plus.map((column) => [column, 1] as const),
      ...minus.map((column) => [column, -1] as const),
    ]),
    ...counts.map((count) => count.columns.map((column) => [column, 1] as const)),
  ]
  const model = highs.createModel({
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(() => 0),
    colLower: columns.map(() => 0),
    colUpper: columns.map((value) => value + reach),
    rowLower: [...relations.map(() => 0), ...counts.map(({ floor }) => floor)],
    rowUpper: [
      ...relations.map(({ isEqual }) => (isEqual ? 0 : highs.infinity)),
      ...counts.map(() => highs.infinity),
    ],
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns.length,
      starts: startsOf(rows.map(({ length }) => length)),
      indices: rows.flatMap((row) => row.map(([column]) => column)),
      values: rows.flatMap((row) => row.map(([, sign]) => sign)),
    },
  })
  model.options.set({
    output_flag: false,
    presolve: 'off',
    solver: 'simplex',
    simplex_strategy: PRIMAL_SIMPLEX,
    mip_max_nodes: MOST_BRANCHES,
  })
  const everyColumn = { kind: 'range', from: 0, to: columns.length - 1 } as const
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

  /** The table at the same end among whole numbers, where any is found. */
  function wholeTable(): Table | undefined {
    const basis = model.getBasis()
    model.options.set({ solver: 'choose', presolve: 'on' })
    model.changeColsIntegrality(
      everyColumn,
      columns.map(() => variableType.integer),
    )
    model.run()
    const table = model.getSolution().colValue
    model.clearIntegrality()
    model.options.set({ solver: 'simplex', presolve: 'off' })
    model.setBasis(basis)
    return table.length === columns.length && isWholeTable(table) && agrees(table) ? table : undefined
  }

  const shown = new Set<number>()
  const agrees = (table: Table) =>
    rows.every((row, at) => {
      const sum = row.reduce((total, [column, sign]) => total + sign * (table[column] ?? 0), 0)
      const relation = relations[at]
      if (relation) return relation.isEqual ? Math.abs(sum) < TOLERANCE : sum > -TOLERANCE
      const count = counts[at - firstCount]
      if (count === undefined) return false
      return shown.has(at - firstCount)
        ? Math.abs(sum - count.value) < TOLERANCE
        : sum > count.floor - TOLERANCE
    })

  return {
    setShown(position, isShown) {
      const { value, floor } = counts[position] ?? { value: 0, floor: 0 }
      if (isShown) shown.add(position)
      else shown.delete(position)
      model.changeRowBounds(firstCount + position, isShown ? value : floor, isShown ? value : highs.infinity)
    },
    extreme(position, end) {
      ask(position, end)
      const { colValue, rowDual } = model.getSolution()
      const pinnedBy = [...shown].filter((at) => Math.abs(rowDual[firstCount + at] ?? 0) > TOLERANCE)
      const table =
        !isWhole || isWholeTable(colValue) ? colValue : (wholeTable() ?? Float64Array.from(columns))
      return { table, pinnedBy: pinnedBy.toSorted((a, b) => a - b) }
    },
    close: () => model.dispose(),
  }
}

const isWholeTable = (table: Table) => table.every((value) => Math.abs(value - Math.round(value)) < TOLERANCE)

function startsOf(lengths: readonly number[]): number[] {
  const starts = [0]
  for (const length of lengths) starts.push((starts.at(-1) ?? 0) + length)
  return starts
}
