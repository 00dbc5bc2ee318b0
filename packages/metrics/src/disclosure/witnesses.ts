import { valueIn } from './linked-cells.ts'
import type { Count, Table } from './linked-cells.ts'

/** Tables that all agree with what is shown, and how far apart they have each sensitive count. */
export interface Witnesses {
  readonly add: (table: Table) => void
  /** Whether some two of them have the count whole numbers at least its width apart. */
  readonly areApart: (position: number) => boolean
  /** Those among them that pass. */
  readonly those: (pass: (table: Table) => boolean) => Witnesses
}

const NEARLY = 1e-6

export function witnessesOf(
  tables: readonly Table[],
  counts: readonly Count[],
  sensitive: readonly number[],
): Witnesses {
  const all: Table[] = []
  const least = counts.map(() => Infinity)
  const greatest = counts.map(() => -Infinity)

  function add(table: Table): void {
    all.push(table)
    for (const position of sensitive) {
      const count = counts[position]
      if (count === undefined) continue
      const value = valueIn(table, count)
      least[position] = Math.min(least[position] ?? Infinity, value)
      greatest[position] = Math.max(greatest[position] ?? -Infinity, value)
    }
  }

  for (const table of tables) add(table)
  return {
    add,
    areApart: (position) =>
      Math.floor((greatest[position] ?? 0) + NEARLY) - Math.ceil((least[position] ?? 0) - NEARLY) >=
      (counts[position]?.width ?? 0),
    those: (pass) => witnessesOf(all.filter(pass), counts, sensitive),
  }
}
