/** A row told by another: that one's sum, more these columns and less those. */
export interface SpanningRow {
  /** Position of the row that it is told by; null where it stands by itself. */
  readonly by: number | null
  readonly more: readonly number[]
  readonly less: readonly number[]
}

/**
 * Rows of ones, each told by the row that differs least from it: a minimum spanning tree by Prim's method. A year is
 * a term and the few who came in no other, so the solver gets a fraction of the entries, and the same sums.
 */
export function spanningRows(rows: readonly (readonly number[])[], columns: number): SpanningRow[] {
  const masks = rows.map((row) => maskOf(row, columns))
  const nearest = rows.map(({ length }) => ({ by: NONE, entries: length }))
  const outside = new Set(rows.keys())
  while (outside.size > 0) {
    let next = NONE
    for (const row of outside)
      if (next === NONE || (nearest[row]?.entries ?? 0) < (nearest[next]?.entries ?? 0)) next = row
    outside.delete(next)
    for (const row of outside) {
      const entries = 1 + differing(masks[row] ?? EMPTY, masks[next] ?? EMPTY)
      if (entries < (nearest[row]?.entries ?? 0)) nearest[row] = { by: next, entries }
    }
  }
  return rows.map((row, at) => {
    const by = nearest[at]?.by ?? NONE
    const other = rows[by] ?? []
    const [mine, theirs] = [new Set(row), new Set(other)]
    return {
      by: by === NONE ? null : by,
      more: row.filter((column) => !theirs.has(column)),
      less: other.filter((column) => !mine.has(column)),
    }
  })
}

const NONE = -1
const EMPTY = new Int32Array()

function maskOf(row: readonly number[], columns: number): Int32Array {
  const mask = new Int32Array(Math.ceil(columns / 32))
  for (const column of row) mask[column >> 5] = (mask[column >> 5] ?? 0) | (1 << (column & 31))
  return mask
}

function differing(one: Int32Array, other: Int32Array): number {
  let count = 0
  for (let word = 0; word < one.length; word += 1) count += ones((one[word] ?? 0) ^ (other[word] ?? 0))
  return count
}

/** Ones among 32 bits, by adding neighbours; Warren, "Hacker's Delight" (2nd ed., 2012), 5-1. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
