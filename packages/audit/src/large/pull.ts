import { enough, isOpen, see } from '../hunted.ts'
import type { Hunted } from '../hunted.ts'
import type { Quantity } from '../puzzle.ts'
import type { Wish } from '../solver.ts'
import { withMoves } from './moves.ts'
import { withPart } from './part.ts'
import type { FindTable } from './part.ts'
import type { Program } from './program.ts'

/** The hunted quantities of one column: they are always equal, but may ask for different widths. */
export type Column = readonly Hunted[]

/** What columns are pulled together while all others stay: the smaller parts first, as they are solved soonest. */
const PARTS: readonly ((quantity: Quantity) => string)[] = [
  ({ place }) => `${place.period} ${place.breakdown}`,
  ({ place }) => `${place.indicator} ${place.breakdown}`,
  ({ place }) => place.breakdown,
  // a year and its parts
  ({ place }) => place.period.slice(0, 4),
]
/** Programs of fewer columns are soon asked of each. */
const MANY_COLUMNS = 300
/** So many of those that are left are pulled together in all of the program. */
const FEW = 5

export const isClosed = (column: Column | undefined): boolean => column?.every(isOpen) === false

/**
 * Pulls the columns that are not yet seen to be open away from where they are in a table: those of a part together
 * while all else stays, then a few of those that are left while nothing need stay, and in the end each by itself. The
 * columns of which both ends were found: they are as far apart as all of the program leaves them.
 */
export async function pullApart(
  program: Program,
  table: Float64Array,
  columns: readonly Column[],
  random: () => number,
): Promise<ReadonlySet<number>> {
  const places = [...columns.keys()]
  for (const partOf of places.length > MANY_COLUMNS ? PARTS : [])
    for (const part of Map.groupBy(places, (at) => partName(program, at, partOf)).values()) {
      const pulled = part.map((at) => columns[at] ?? [])
      if (pulled.some(isClosed))
        await withPart(program, { columns: part, table }, (find) => pullTogether(find, pulled, random))
    }
  if (closedOf(columns).length === 0) return new Set()
  return withMoves(program, table, (find) => {
    for (let left = closedOf(columns); left.length > 0;) {
      pullOnce(find, columns, left.splice(0, FEW), random)
      left = left.filter((at) => isClosed(columns[at]))
    }
    return new Set(closedOf(columns).filter((at) => pullOnce(find, columns, [at], random)))
  })
}

const closedOf = (columns: readonly Column[]): number[] =>
  [...columns.keys()].filter((place) => isClosed(columns[place]))

const partName = ({ quantities }: Program, at: number, partOf: (quantity: Quantity) => string): string => {
  const quantity = quantities[at]
  return quantity === undefined ? '' : partOf(quantity)
}

/** Pulls all that are closed, for as long as that opens any. */
function pullTogether(find: FindTable, columns: readonly Column[], random: () => number): void {
  for (let [left, before] = [closedOf(columns), Infinity]; left.length > 0 && left.length < before;) {
    pullOnce(find, columns, left, random)
    before = left.length
    left = closedOf(columns)
  }
}

/** Pulls columns together, some up and some down, and then the other way. Whether tables were found for both. */
function pullOnce(
  find: FindTable,
  columns: readonly Column[],
  pulled: readonly number[],
  random: () => number,
): boolean {
  const signs = pulled.map(() => (random() < 0.5 ? -1 : 1))
  const found = [1, -1].map((side) =>
    look(find(pulled.map((place, at) => wishFor(columns, place, side * (signs[at] ?? 1)))), columns),
  )
  return found.every(Boolean)
}

function wishFor(columns: readonly Column[], place: number, cost: number): Wish {
  const ends = (columns[place] ?? []).map(enough)
  return {
    place,
    cost,
    lower: Math.min(...ends.map(({ lower }) => lower)),
    upper: Math.max(...ends.map(({ upper }) => upper)),
  }
}

/** Sees what each is in a table, where there is one. */
export function look(table: Float64Array | null, columns: readonly Column[]): boolean {
  if (table === null) return false
  for (const [place, column] of columns.entries()) for (const each of column) see(each, table[place] ?? 0)
  return true
}
