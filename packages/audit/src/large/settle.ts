import type { Component } from '../components.ts'
import { downwards, enough, isOpen, see, upwards } from '../hunted.ts'
import type { Hunted } from '../hunted.ts'
import type { Puzzle, Quantity } from '../puzzle.ts'
import { narrowBounds } from './bounds.ts'
import { chance } from './chance.ts'
import { withPart } from './part.ts'
import type { Part, Wish } from './part.ts'
import { programOf } from './program.ts'
import type { Program } from './program.ts'
import { scatter } from './scatter.ts'

/** What columns are tried together while all others stay: the smaller parts first, as they are solved soonest. */
const PARTS: readonly ((quantity: Quantity) => string)[] = [
  ({ place }) => `${place.period} ${place.breakdown}`,
  ({ place }) => `${place.indicator} ${place.breakdown}`,
  ({ place }) => place.breakdown,
  // a year and its parts
  ({ place }) => place.period.slice(0, 4),
]

/** Programs of fewer columns are soon asked of what is left. */
const MANY_COLUMNS = 300
/** So many columns may follow those that are left. */
const NEARBY = 6000

/** The hunted quantities of one column: they are always equal, but may ask for different widths. */
type Column = readonly Hunted[]

/**
 * Settles what is plain of a component without solving all of it: bounds tell what is surely many or nobody, and
 * tables that differ show the rest open, first any that are close at hand, then such as differ in a small part. What
 * they have been seen to be is kept in `hunted`; those that are left have to be asked of. Null where no table is
 * found: then too it has to be asked.
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
  const look = (table: Float64Array) => {
    for (const [at, column] of columns.entries()) for (const each of column) see(each, table[at] ?? 0)
    return columns.every((column) => column.every(isOpen)) ? 'enough' : 'more'
  }
  const around = scatter(program, random, look) ?? (await solved(program, look))
  if (around === null) return null
  const isNobody = (key: string): boolean => {
    const at = program.columnOf.get(key)
    return at === undefined ? (puzzle.quantities.get(key)?.known ?? 0) === 0 : upwards(around[at] ?? 0) === 0
  }
  const asked = columns.map((column, at) =>
    column.filter((each) => !tellsNothing(program, at, each, isNobody)),
  )
  if (asked.length > MANY_COLUMNS) await tryParts(program, around, asked, () => (random() < 0.5 ? -1 : 1))
  const closed = new Set(asked.flat().filter((each) => !isOpen(each)))
  return hunted.filter((each) => closed.has(each))
}

/** One table, by the solver. */
async function solved(
  program: Program,
  look: (table: Float64Array) => unknown,
): Promise<Float64Array | null> {
  const table = await withPart(program, everything(program, program.lower), (find) => find([]))
  if (table !== null) look(table)
  return table
}

const everything = ({ quantities }: Program, around: Float64Array): Part => ({
  columns: quantities.map((_, at) => at),
  around,
  solver: 'interior',
})

async function tryParts(
  program: Program,
  around: Float64Array,
  columns: readonly Column[],
  toss: () => 1 | -1,
): Promise<void> {
  const whole = everything(program, around)
  for (const partOf of PARTS)
    for (const part of Map.groupBy(whole.columns, (at) => partName(program, at, partOf)).values())
      await tryPart(program, { columns: part, around, solver: 'simplex' }, columns, toss)
  const closed = () => whole.columns.filter((at) => columns[at]?.every(isOpen) === false)
  for (let [left, before] = [closed(), Infinity]; left.length > 0 && left.length < before;) {
    await tryPart(program, { columns: nearby(program, left), around, solver: 'simplex' }, columns, toss)
    before = left.length
    left = closed()
  }
  await tryPart(program, whole, columns, toss)
}

const partName = ({ quantities }: Program, at: number, partOf: (quantity: Quantity) => string): string => {
  const quantity = quantities[at]
  return quantity === undefined ? '' : partOf(quantity)
}

/** Surely as many as tell of nobody. */
const isSurelyMany = ({ lower }: Program, at: number, { quantity: { threshold } }: Hunted): boolean =>
  upwards(lower[at] ?? 0) >= threshold

/** Surely nobody, where that tells nothing: of nobody there may be no other. */
const tellsNothing = (
  { upper }: Program,
  at: number,
  { quantity: { noneOf } }: Hunted,
  isNobody: (group: string) => boolean,
): boolean => downwards(upper[at] ?? 0) === 0 && (noneOf === null || isNobody(noneOf))

/** Pulls what is not yet open apart, some up and some down, and then the other way, for as long as that opens any. */
async function tryPart(
  program: Program,
  part: Part,
  columns: readonly Column[],
  toss: () => 1 | -1,
): Promise<void> {
  const places = part.columns.map((at) => columns[at] ?? [])
  const closed = () => places.flatMap((column, place) => (column.every(isOpen) ? [] : [place]))
  if (closed().length === 0) return
  await withPart(program, part, (find) => {
    for (let [left, before] = [closed(), Infinity]; left.length > 0 && left.length < before;) {
      const signs = left.map(toss)
      for (const sign of [1, -1]) {
        const wishes = left.map((place, number): Wish => {
          const cost = sign * (signs[number] ?? 1)
          return { place, cost, ...enoughFor(places[place] ?? []) }
        })
        const table = find(wishes)
        if (table !== null)
          for (const [place, column] of places.entries())
            for (const each of column) see(each, table[place] ?? 0)
      }
      before = left.length
      left = closed()
    }
  })
}

function enoughFor(column: Column): { lower: number; upper: number } {
  const ends = column.map(enough)
  return {
    lower: Math.min(...ends.map(({ lower }) => lower)),
    upper: Math.max(...ends.map(({ upper }) => upper)),
  }
}

/** Some columns and those that hang closest together with them. */
function nearby({ rows, rowsOf }: Program, of: readonly number[]): number[] {
  const near = new Set(of)
  for (const at of near) {
    if (near.size >= NEARBY) break
    for (const number of rowsOf[at] ?? []) for (const other of rows[number]?.columns ?? []) near.add(other)
  }
  return [...near]
}
