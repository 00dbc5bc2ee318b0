import type { Highs } from 'highs'
import { attackerModel } from './attacker-model.ts'
import { valueIn } from './linked-cells.ts'
import type { LinkedCells } from './linked-cells.ts'
import { witnessesOf } from './witnesses.ts'

/** Which items are hidden, by their positions, and what it took to find out. */
export interface Pattern {
  readonly hidden: ReadonlySet<number>
  /** Questions put to the solver. */
  readonly asked: number
}

/** A sensitive count that can be told too closely though all that may be hidden is. */
export class CannotProtect extends Error {
  readonly key: string
  constructor(key: string) {
    super(`Nothing is left to hide that would protect ${key}`)
    this.name = 'CannotProtect'
    this.key = key
  }
}

/**
 * Hides what must be hidden, and then as little more as makes every sensitive count possible as two whole
 * numbers `width` apart, given everything that is shown. The attacker's own proof guides it: the duals of the
 * least and the greatest name the shown counts that hold it, and the cheapest of those goes. Afterwards each
 * that was hidden for the sake of others is shown again if all can bear it, the dearest first. Ties are
 * broken by key. Throws `CannotProtect`.
 *
 * Source of the method: linear sensitivity and auditing as in Fischetti and Salazar-González, "Models and
 * algorithms for optimizing cell suppression in tabular data with linear constraints" (2000); here greedy.
 */
export function suppress(highs: Highs, cells: LinkedCells): Pattern {
  const { counts, items, columns, width } = cells
  const sensitive = counts
    .map((_, position) => position)
    .filter((position) => counts[position]?.sensitive)
    .toSorted((a, b) => valueOf(a) - valueOf(b) || byKey(counts[a]?.key, counts[b]?.key))
  const hidden = new Set(positions(items).filter((at) => items[at]?.rule === 'must_hide'))
  const itemsOf = counts.map((): number[] => [])
  for (const at of positions(items)) for (const count of items[at]?.counts ?? []) itemsOf[count]?.push(at)
  const model = attackerModel(highs, cells)
  let witnesses = witnessesOf([Float64Array.from(columns)], counts, sensitive)
  let asked = 0

  function valueOf(position: number): number {
    return counts[position]?.value ?? 0
  }
  /** A count is known as soon as one item that gives it away is shown. */
  function isKnown(position: number): boolean {
    return itemsOf[position]?.some((at) => !hidden.has(at)) ?? false
  }
  const isProtected = (position: number) => witnesses.areApart(position, width)
  /** Asks the solver for both ends: the counts that hold them, and true where they are far enough apart. */
  function attack(position: number): { readonly isSafe: boolean; readonly pinnedBy: readonly number[] } {
    const pinnedBy = new Set<number>()
    for (const end of ['least', 'greatest'] as const) {
      const extreme = model.extreme(position, end)
      asked += 1
      witnesses.add(extreme.table)
      for (const at of extreme.pinnedBy) pinnedBy.add(at)
      if (isProtected(position)) return { isSafe: true, pinnedBy: [] }
    }
    return { isSafe: false, pinnedBy: [...pinnedBy] }
  }
  /** Hiding a count takes all items that give it away. */
  const costOfHiding = (position: number): number => {
    const giving = (itemsOf[position] ?? []).filter((at) => !hidden.has(at))
    if (giving.some((at) => items[at]?.rule === 'must_show')) return Infinity
    return giving.reduce((sum, at) => sum + (items[at]?.cost ?? 0), 0)
  }
  function update(affected: readonly number[]): void {
    for (const position of affected) model.setShown(position, isKnown(position))
  }
  function hideCount(position: number): void {
    const giving = (itemsOf[position] ?? []).filter((at) => !hidden.has(at))
    for (const at of giving) hidden.add(at)
    update([...new Set(giving.flatMap((at) => items[at]?.counts ?? []))])
  }
  function protect(position: number): void {
    while (!isProtected(position)) {
      // What is given away as it stands needs no proof: it is hidden before anything is asked.
      const { isSafe, pinnedBy } = isKnown(position)
        ? { isSafe: false, pinnedBy: [position] }
        : attack(position)
      if (isSafe) return
      const [cheapest] = pinnedBy
        .filter((at) => costOfHiding(at) < Infinity)
        .toSorted((a, b) => costOfHiding(a) - costOfHiding(b) || byKey(counts[a]?.key, counts[b]?.key))
      if (cheapest === undefined) throw new CannotProtect(counts[position]?.key ?? '')
      hideCount(cheapest)
    }
  }
  /** Whether all are still safe with the item shown; if not, it stays hidden. */
  function tryShowing(at: number): void {
    const own = items[at]?.counts ?? []
    if (own.some((position) => counts[position]?.sensitive)) return
    const told = own.filter((position) => !isKnown(position))
    const before = witnesses
    hidden.delete(at)
    update(told)
    witnesses = witnesses.those((table) =>
      told.every(
        (position) => Math.abs(valueIn(table, counts[position] ?? NOTHING) - valueOf(position)) < NEARLY,
      ),
    )
    if (sensitive.every((position) => isProtected(position) || attack(position).isSafe)) return
    hidden.add(at)
    update(told)
    witnesses = before
  }

  try {
    update(positions(counts))
    for (const position of sensitive) protect(position)
    const secondary = [...hidden]
      .filter((at) => items[at]?.rule === 'free')
      .toSorted(
        (a, b) => (items[b]?.cost ?? 0) - (items[a]?.cost ?? 0) || byKey(items[a]?.key, items[b]?.key),
      )
    for (const at of secondary) tryShowing(at)
    return { hidden, asked }
  } finally {
    model.close()
  }
}

const NEARLY = 1e-6
const NOTHING = { columns: [] }
const positions = (list: readonly unknown[]) => list.map((_, position) => position)
const byKey = (a = '', b = '') => (a < b ? -1 : a > b ? 1 : 0)
