import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadSolver } from './attacker-model.ts'
import { valueIn } from './linked-cells.ts'
import type { Count, Item, LinkedCells } from './linked-cells.ts'
import { CannotProtect, suppress } from './suppress.ts'

const highs = await loadSolver()

/** A table of people by row and column with all its margins, each cell an item of its own. */
function tableOf(grid: readonly (readonly number[])[], width: number, withMargins = true): LinkedCells {
  const wide = grid[0]?.length ?? 0
  const columns = grid.flat()
  const lines = [
    ...grid.flatMap((row, r) => row.map((_, c) => ({ key: `${r},${c}`, columns: [r * wide + c] }))),
    ...(withMargins
      ? [
          ...grid.map((row, r) => ({ key: `row ${r}`, columns: row.map((_, c) => r * wide + c) })),
          ...(grid[0] ?? []).map((_, c) => ({
            key: `column ${c}`,
            columns: grid.map((__, r) => r * wide + c),
          })),
        ]
      : []),
    { key: 'total', columns: columns.map((_, at) => at) },
  ]
  const counts = lines.map(({ key, columns: own }, at): Count => {
    const value = own.reduce((sum, column) => sum + (columns[column] ?? 0), 0)
    return {
      key,
      columns: own,
      value,
      sensitive: value > 0 && value <= width,
      width,
      floors: value > 0 ? [at] : [],
    }
  })
  const items = counts.map(({ key, value, sensitive }, at): Item => ({
    key,
    counts: [at],
    cube: null,
    isOutcome: false,
    cost: value,
    rule: sensitive ? 'must_hide' : value === 0 ? 'must_show' : 'free',
  }))
  return { columns, counts, items }
}

const hiddenKeys = (cells: LinkedCells) =>
  [...suppress(highs, cells).hidden].map((at) => cells.items[at]?.key ?? '').toSorted()

/** Every table of whole numbers that agrees with what is shown, found by trying them all. */
function everyTable(cells: LinkedCells, width: number, hidden: ReadonlySet<number>): Float64Array[] {
  const known = cells.counts.filter((_, count) =>
    cells.items.some((item, at) => !hidden.has(at) && item.counts.includes(count)),
  )
  let tables: number[][] = [[]]
  for (const value of cells.columns) {
    tables = tables.flatMap((table) =>
      Array.from({ length: value + 2 * width + 1 }, (_, number) => [...table, number]),
    )
  }
  return tables
    .map((table) => Float64Array.from(table))
    .filter(
      (table) =>
        known.every((count) => valueIn(table, count) === count.value) &&
        cells.counts.every((count) => valueIn(table, count) >= Math.min(count.floors.length, 1)),
    )
}

describe('what is hidden for the sake of others', () => {
  test('is a second part of the total, the cheapest', () => {
    expect(hiddenKeys(tableOf([[3, 20, 9, 40]], 4, false))).toEqual(['0,0', '0,2'])
  })

  test('is nothing where the rest is large enough and unknown', () => {
    expect(hiddenKeys(tableOf([[4, 4, 40]], 4, false))).toEqual(['0,0', '0,1'])
  })

  test('is a third part where two small ones tell each other', () => {
    // one and one: their sum says so
    expect(hiddenKeys(tableOf([[1, 1, 9, 40]], 4, false))).toEqual(['0,0', '0,1', '0,2'])
  })

  // Willenborg and de Waal, "Elements of Statistical Disclosure Control" (2001): one primary cell of a table
  // with all its margins takes three more, the other corners of a rectangle.
  test('is the rest of a rectangle in a table with margins', () => {
    const cells = tableOf(
      [
        [20, 50, 10],
        [8, 19, 22],
        [17, 32, 3],
      ],
      4,
    )
    const hidden = hiddenKeys(cells)
    expect(hidden).toHaveLength(4)
    expect(hidden).toContain('2,2')
    expect(new Set(hidden.map((key) => key[0])).size).toBe(2)
    expect(new Set(hidden.map((key) => key[2])).size).toBe(2)
  })

  test('is refused where nothing is left to hide', () => {
    const cells = tableOf([[3, 20]], 4, false)
    const shownBefore = cells.items.map((item) =>
      item.key === '0,0' ? item : { ...item, rule: 'must_show' as const },
    )
    expect(() => suppress(highs, { ...cells, items: shownBefore })).toThrow(CannotProtect)
  })

  test('is left to the attacker where some of what tells it is public already', () => {
    const cells = tableOf([[3, 20]], 4, false)
    const rules: Readonly<Record<string, 'must_hide' | 'released'>> = {
      '0,0': 'must_hide',
      '0,1': 'released',
    }
    const items = cells.items.map((item) => ({ ...item, rule: rules[item.key] ?? ('must_show' as const) }))
    expect(hiddenKeys({ ...cells, items })).toEqual(['0,0'])
  })
})

/** The total stands alone, the parts are a cube. */
const cubeOf = (parts: readonly number[], isOutcome: boolean): LinkedCells => {
  const cells = tableOf([parts], 4, false)
  const items = cells.items.map((item) => ({
    ...item,
    isOutcome,
    cube: item.key === 'total' ? null : 'cube',
  }))
  return { ...cells, items }
}

describe('a cube', () => {
  test('of outcomes is withheld whole where more than a quarter of it would be hidden', () => {
    const parts = ['0,0', '0,1', '0,2', '0,3']
    expect(hiddenKeys(cubeOf([3, 20, 9, 40], true))).toEqual(parts)
    expect(hiddenKeys(cubeOf([30, 20, 9, 40], true))).toEqual([])
  })

  test('of counts is always shown, less what must be hidden in it', () => {
    expect(hiddenKeys(cubeOf([3, 20, 9, 40], false))).toEqual(['0,0', '0,2'])
  })

  test('of outcomes is shown cell by cell up to a quarter', () => {
    expect(hiddenKeys(cubeOf([3, 20, 9, 40, 50, 60, 70, 80], true))).toEqual(['0,0', '0,2'])
  })
})

test('people whom nobody is, but might be, are reckoned with', () => {
  const known = { value: 20, sensitive: false, width: 4, floors: [] }
  const shown = { cube: null, isOutcome: false, cost: 1, rule: 'must_show' } as const
  const cells = (nobody: readonly number[]): LinkedCells => ({
    columns: [4, 20, 0].slice(0, 2 + nobody.length),
    counts: [
      { ...known, key: 'few', columns: [0], value: 4, sensitive: true },
      { ...known, key: 'many', columns: [1] },
      { ...known, key: 'all', columns: [0, 1, ...nobody], value: 24 },
    ],
    items: [
      { ...shown, key: 'few', counts: [0], rule: 'must_hide' },
      { ...shown, key: 'many', counts: [1] },
      { ...shown, key: 'all', counts: [2] },
    ],
  })
  expect(() => suppress(highs, cells([]))).toThrow(CannotProtect)
  expect([...suppress(highs, cells([2])).hidden]).toEqual([0])
})

describe('in whatever small table', () => {
  const grids = fc
    .tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 2, max: 2 }))
    .chain(([high, wide]) =>
      fc.array(fc.array(fc.nat(7), { minLength: wide, maxLength: wide }), {
        minLength: high,
        maxLength: high,
      }),
    )

  test('no small count can be told closer than the width, by anyone who tries every table', () => {
    fc.assert(
      fc.property(grids, (grid) => {
        const cells = tableOf(grid, 2)
        const { hidden } = suppress(highs, cells)
        const tables = everyTable(cells, 2, hidden)
        for (const count of cells.counts.filter(({ sensitive }) => sensitive)) {
          const values = tables.map((table) => valueIn(table, count))
          expect(Math.max(...values) - Math.min(...values)).toBeGreaterThanOrEqual(2)
        }
      }),
      { numRuns: 60, seed: 5 },
    )
  })

  test('the same is hidden every time, and nothing that must be shown', () => {
    const wide = fc.array(fc.array(fc.nat(30), { minLength: 5, maxLength: 5 }), {
      minLength: 3,
      maxLength: 3,
    })
    fc.assert(
      fc.property(wide, (grid) => {
        const cells = tableOf(grid, 4)
        const [once, again] = [suppress(highs, cells), suppress(highs, cells)]
        expect([...again.hidden]).toEqual([...once.hidden])
        expect([...once.hidden].filter((at) => cells.items[at]?.rule === 'must_show')).toEqual([])
      }),
      { numRuns: 40, seed: 6 },
    )
  })
})
