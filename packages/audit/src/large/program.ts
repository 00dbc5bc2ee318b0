import type { Component } from '../components.ts'
import { disjointSets } from '../disjoint-sets.ts'
import type { Puzzle, Quantity } from '../puzzle.ts'
import { NOTHING_LARGER } from '../puzzle.ts'
import type { Row } from '../rows.ts'

/** A component said with as few numbers and relations as can be: the same tables satisfy it. */
export interface Program {
  /** Whom each column counts; the first, where several quantities are always equal. */
  readonly quantities: readonly Quantity[]
  readonly columnOf: ReadonlyMap<string, number>
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly rows: readonly Row[]
  /** The rows that each column is in. */
  readonly rowsOf: readonly (readonly number[])[]
}

const SLACK = 1e-3

interface Sum {
  readonly terms: ReadonlyMap<string, number>
  lower: number
  upper: number
}

/**
 * Makes equal quantities one, relations that say the same one, and those of one quantity its bounds. Null where they
 * contradict one another.
 */
export function programOf(puzzle: Puzzle, { quantities, relations }: Component): Program | null {
  const same = disjointSets()
  let sums: Sum[] = relations.map(({ terms, lower, upper }) => ({
    terms: new Map(terms.map(({ quantity, coefficient }) => [quantity, coefficient])),
    lower,
    upper,
  }))
  for (let isMore = true; isMore;) {
    sums = distinct(sums.map((sum) => renamed(sum, same.rootOf)))
    const equal = sums.flatMap((sum) => equalPair(sum) ?? [])
    for (const [one, other] of equal) same.join(one, other)
    isMore = equal.length > 0
  }
  if (sums.some(isFalse)) return null
  sums = sums.filter(({ terms }) => terms.size > 0)
  const roots = quantities.filter((key) => same.rootOf(key) === key)
  const columns = new Map(roots.map((key, at) => [key, at]))
  const columnOf = new Map(quantities.map((key) => [key, columns.get(same.rootOf(key)) ?? 0]))
  const lower = new Float64Array(roots.length)
  const upper = new Float64Array(roots.length).fill(NOTHING_LARGER)
  for (const [key, at] of columnOf)
    lower[at] = Math.max(lower[at] ?? 0, puzzle.quantities.get(key)?.atLeast ?? 0)
  const rows: Row[] = []
  for (const sum of sums) {
    const [[key] = [''], ...more] = sum.terms
    const at = columns.get(key) ?? 0
    if (more.length > 0)
      rows.push({
        columns: [...sum.terms.keys()].map((each) => columns.get(each) ?? 0),
        coefficients: [...sum.terms.values()],
        // they may have crossed by rounding
        lower: Math.min(sum.lower, sum.upper),
        upper: sum.upper,
      })
    else {
      lower[at] = Math.max(lower[at] ?? 0, sum.lower)
      upper[at] = Math.min(upper[at] ?? 0, sum.upper)
      if ((lower[at] ?? 0) > (upper[at] ?? 0)) return null
    }
  }
  const rowsOf: number[][] = roots.map(() => [])
  for (const [number, row] of rows.entries()) for (const at of row.columns) rowsOf[at]?.push(number)
  return {
    quantities: roots.flatMap((key) => puzzle.quantities.get(key) ?? []),
    columnOf,
    lower,
    upper,
    rows,
    rowsOf,
  }
}

/** The first coefficient is made one, so that sums that say the same look the same. */
function renamed({ terms, lower, upper }: Sum, rootOf: (key: string) => string): Sum {
  const sum = new Map<string, number>()
  for (const [key, coefficient] of terms) {
    const root = rootOf(key)
    sum.set(root, (sum.get(root) ?? 0) + coefficient)
  }
  const left = [...sum]
    .filter(([, coefficient]) => coefficient !== 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  const first = left[0]?.[1] ?? 1
  const ends = [lower / first, upper / first]
  return {
    terms: new Map(left.map(([key, coefficient]) => [key, coefficient / first])),
    lower: Math.min(...ends),
    upper: Math.max(...ends),
  }
}

function distinct(sums: readonly Sum[]): Sum[] {
  const found = new Map<string, Sum>()
  for (const sum of sums) {
    const name = [...sum.terms].join(' ')
    const other = found.get(name)
    if (other === undefined) found.set(name, sum)
    else {
      other.lower = Math.max(other.lower, sum.lower)
      other.upper = Math.min(other.upper, sum.upper)
    }
  }
  return [...found.values()]
}

const isFalse = ({ terms, lower, upper }: Sum): boolean =>
  lower > upper + SLACK || (terms.size === 0 && (lower > SLACK || upper < -SLACK))

function equalPair({ terms, lower, upper }: Sum): [[string, string]] | undefined {
  const [[one] = [''], [other, coefficient] = ['', 0], ...more] = terms
  return lower === 0 && upper === 0 && coefficient === -1 && more.length === 0 ? [[one, other]] : undefined
}
