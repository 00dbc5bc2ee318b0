import type { Component } from '../components.ts'
import { downwards, enough, isOpen, see, upwards } from '../hunted.ts'
import type { Hunted } from '../hunted.ts'
import type { Puzzle, Quantity } from '../puzzle.ts'
import { narrowBounds } from './bounds.ts'
import { withPart } from './part.ts'
import type { Part, Wish } from './part.ts'
import { programOf } from './program.ts'
import type { Program } from './program.ts'

/** What columns are tried together while all others stay: the smaller parts first, as they are solved soonest. */
const PARTS: readonly ((quantity: Quantity) => string)[] = [
  ({ place }) => `${place.period} ${place.breakdown}`,
  ({ place }) => place.period,
  ({ place }) => `${place.indicator} ${place.breakdown}`,
  ({ place }) => place.breakdown,
]

/** So many columns may follow one that is tried alone. */
const NEARBY = 400

/** The hunted quantities of one column: they are always equal, but may ask for different widths. */
type Column = readonly Hunted[]

/**
 * Settles what is plain of a large component without solving all of it: bounds tell what is surely many or nobody, and
 * tables that differ from one another in a small part show the rest open. What they have been seen to be is kept in
 * `hunted`; those that are left have to be asked of. Null where no table is found: then too it has to be asked.
 */
export async function settle(
  puzzle: Puzzle,
  component: Component,
  hunted: readonly Hunted[],
): Promise<readonly Hunted[] | null> {
  const program = programOf(puzzle, component)
  if (program === null || !narrowBounds(program)) return null
  const everything = program.quantities.map((_, at) => at)
  const whole = {
    columns: everything,
    around: new Float64Array(everything.length),
    solver: 'interior',
  } as const
  const around = await withPart(program, whole, (find) => find([]))
  if (around === null) return null
  const isNobody = (key: string): boolean => {
    const at = program.columnOf.get(key)
    return at === undefined ? (puzzle.quantities.get(key)?.known ?? 0) === 0 : upwards(around[at] ?? 0) === 0
  }
  const columns: Hunted[][] = program.quantities.map(() => [])
  for (const each of hunted) {
    const at = program.columnOf.get(each.key) ?? 0
    if (isPlain(program, at, each.quantity, isNobody)) continue
    columns[at]?.push(each)
    see(each, around[at] ?? 0)
  }
  const toss = coin()
  for (const partOf of PARTS)
    for (const part of Map.groupBy(everything, (at) => partName(program, at, partOf)).values())
      await tryPart(program, { columns: part, around, solver: 'simplex' }, columns, toss)
  for (const at of everything)
    if (columns[at]?.every(isOpen) === false)
      await tryAlone(program, { columns: nearby(program, at), around, solver: 'simplex' }, columns[at])
  await tryPart(program, whole, columns, toss)
  const closed = new Set(columns.flat().filter((each) => !isOpen(each)))
  return hunted.filter((each) => closed.has(each))
}

const partName = ({ quantities }: Program, at: number, partOf: (quantity: Quantity) => string): string => {
  const quantity = quantities[at]
  return quantity === undefined ? '' : partOf(quantity)
}

/** Surely as many as tell of nobody, or surely nobody where that tells nothing: of nobody there may be no other. */
function isPlain(
  { lower, upper }: Program,
  at: number,
  { threshold, noneOf }: Quantity,
  isNobody: (group: string) => boolean,
): boolean {
  if (upwards(lower[at] ?? 0) >= threshold) return true
  return downwards(upper[at] ?? 0) === 0 && (noneOf === null || isNobody(noneOf))
}

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

/** Pulls the first column of a part as far apart as it should be, while the rest of the part follows. */
async function tryAlone(program: Program, part: Part, column: Column): Promise<void> {
  await withPart(program, part, (find) => {
    for (const cost of [1, -1]) {
      const table = find([{ place: 0, cost, ...enoughFor(column) }])
      if (table !== null) for (const each of column) see(each, table[0] ?? 0)
    }
  })
}

/** A column and some that hang closest together with it. */
function nearby({ rows, rowsOf }: Program, of: number): number[] {
  const near = new Set([of])
  for (const at of near) {
    if (near.size >= NEARBY) break
    for (const number of rowsOf[at] ?? []) for (const other of rows[number]?.columns ?? []) near.add(other)
  }
  return [...near]
}

/** Up or down, as a coin would fall, but the same each time (Marsaglia's xorshift, 2003). */
function coin(): () => 1 | -1 {
  let state = 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state < 0 ? -1 : 1
  }
}
