import type { Mapping } from '../mapping.ts'
import { startNames } from '../pseudonym/names.ts'
import type { ReadingFault } from './reader.ts'

/** Looks at the names that stand beside identity numbers in the rows of a table, where it has such columns. */
export function namesBeside({ columns, names }: Mapping) {
  const participant = columns.find(({ field }) => field.type === 'participant')?.index
  const known = startNames()
  return {
    look: (line: number, cells: readonly (string | undefined)[]): void => {
      if (participant === undefined || names.length === 0) return
      known.add(line, cells[participant] ?? '', ...names.map((index) => cells[index] ?? ''))
    },
    faults: (): readonly ReadingFault[] => known.faults(),
  }
}
