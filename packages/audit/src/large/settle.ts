import type { Component } from '../components.ts'
import { downwards, isOpen, tellsOfFew, upwards } from '../hunted.ts'
import type { Hunted } from '../hunted.ts'
import type { Puzzle } from '../puzzle.ts'
import { inArrays } from '../rows.ts'
import { withSolver } from '../solver.ts'
import { narrowBounds } from './bounds.ts'
import { chance } from './chance.ts'
import { programOf } from './program.ts'
import type { Program } from './program.ts'
import { isClosed, look, pullApart } from './pull.ts'
import { scatter } from './scatter.ts'

/**
 * Settles what is plain of a component: bounds tell what is surely many or nobody, and tables that differ show the
 * rest open, first any that are close at hand, then those that what is still closed can be pulled to. What they have
 * been seen to be is kept in `hunted`. Those that are left are told, or have to be asked of. Null where no table is
 * found: then all have.
 */
export async function settle(
  puzzle: Puzzle,
  component: Component,
  hunted: readonly Hunted[],
): Promise<readonly Hunted[] | null> {
  const program = programOf(puzzle, component)
  if (program === null || !narrowBounds(program)) return null
  const columns: Hunted[][] = program.quantities.map(() => [])
  for (const each of hunted) {
    const at = program.columnOf.get(each.key) ?? 0
    if (!isSurelyMany(program, at, each)) columns[at]?.push(each)
  }
  const random = chance()
  const table =
    scatter(program, random, {
      see: (found) => look(found, columns),
      isClosed: (at) => isClosed(columns[at]),
    }) ?? (await solvedTable(program))
  if (table === null) return null
  look(table, columns)
  const isNobody = (key: string): boolean => {
    const at = program.columnOf.get(key)
    return at === undefined ? (puzzle.quantities.get(key)?.known ?? 0) === 0 : upwards(table[at] ?? 0) === 0
  }
  /** Of nobody there may be no other, and then it tells nothing. */
  const isNothing = (most: number, { quantity: { noneOf } }: Hunted) =>
    downwards(most) === 0 && (noneOf === null || isNobody(noneOf))
  const asked = columns.map((column, at) => column.filter((each) => !isNothing(program.upper[at] ?? 0, each)))
  const ended = await pullApart(program, table, asked, random)
  const isPlain = (each: Hunted, at: number): boolean => {
    if (isOpen(each)) return true
    const { seen, quantity } = each
    const isTold = tellsOfFew(quantity, upwards(seen.least), downwards(seen.most))
    return ended.has(at) && !isTold && (downwards(seen.most) > 0 || isNothing(seen.most, each))
  }
  const left = new Set(asked.flatMap((column, at) => column.filter((each) => !isPlain(each, at))))
  return hunted.filter((each) => left.has(each))
}

/** Surely as many as tell of nobody. */
const isSurelyMany = ({ lower }: Program, at: number, { quantity: { threshold } }: Hunted): boolean =>
  upwards(lower[at] ?? 0) >= threshold

/** A table by the solver, as far from all bounds as can be; null where it finds none. */
function solvedTable({ lower, upper, rows }: Program): Promise<Float64Array | null> {
  const model = { lower, upper, ...inArrays(rows) }
  return withSolver(model, 'interior', (solve) => solve([])?.values ?? null)
}
