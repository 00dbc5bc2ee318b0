import type { LinkedCells } from './linked-cells.ts'

/**
 * Counts that are the difference of two others, which are not derived, whenever anything tells them, as the rest of a share is of its base and
 * its numerator. They need no row of their own, and what holds another count is then never named as one of them.
 */
export function derivedCounts({ counts, items }: LinkedCells): ReadonlySet<number> {
  const members = counts.map(({ columns }) => new Set(columns))
  const tellers = counts.map((): number[] => [])
  for (const [at, item] of items.entries()) for (const count of item.counts) tellers[count]?.push(at)
  const tells = (item: number, count: number) => items[item]?.counts.includes(count) === true
  const columnsOf = (count: number) => counts[count]?.columns ?? []
  const isMember = (count: number, column: number) => members[count]?.has(column) === true
  /** Whether two counts have no column in common, and the third has those of both and no others. */
  const addUp = (one: number, other: number, whole: number) =>
    columnsOf(one).length + columnsOf(other).length === columnsOf(whole).length &&
    columnsOf(other).every((column) => isMember(whole, column) && !isMember(one, column)) &&
    columnsOf(one).every((column) => isMember(whole, column))
  const derived = new Set<number>()
  function isDerived(count: number): boolean {
    const [first, ...rest] = tellers[count] ?? []
    if (first === undefined || (counts[count]?.floors.length ?? 0) > 0) return false
    const beside = (items[first]?.counts ?? []).filter(
      (each) => each !== count && !derived.has(each) && rest.every((item) => tells(item, each)),
    )
    return beside.some((whole) => beside.some((part) => addUp(count, part, whole)))
  }
  // those that others are derived from stay: of a numerator and the rest only one goes
  for (const count of counts.keys()) if (isDerived(count)) derived.add(count)
  return derived
}
