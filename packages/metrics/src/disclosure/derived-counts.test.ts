import { expect, test } from 'vitest'
import { derivedCounts } from './derived-counts.ts'
import type { LinkedCells } from './linked-cells.ts'

/** Counts of columns, and what each item tells of them. */
function cellsOf(counts: readonly (readonly number[])[], items: readonly (readonly number[])[]): LinkedCells {
  return {
    columns: [4, 9, 20],
    counts: counts.map((columns) => ({
      key: columns.join(),
      columns,
      value: 0,
      sensitive: false,
      width: 4,
      floors: [],
    })),
    items: items.map((told) => ({
      key: told.join(),
      counts: told,
      cube: null,
      isOutcome: false,
      cost: 1,
      rule: 'free',
    })),
  }
}

const [numerator, rest, base] = [[0], [1, 2], [0, 1, 2]]

test('of a share one part follows from the base and the other, which stay', () => {
  expect([...derivedCounts(cellsOf([numerator, rest, base], [[0, 1, 2]]))]).toEqual([0])
})

test('what something tells alone follows from nothing', () => {
  const cells = cellsOf([numerator, rest, base], [[0, 1, 2], [0]])
  expect([...derivedCounts(cells)]).toEqual([1])
  expect([...derivedCounts(cellsOf([numerator, rest, base], [[0], [1], [2]]))]).toEqual([])
})
