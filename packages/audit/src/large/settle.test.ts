import fc from 'fast-check'
import { expect, test } from 'vitest'
import { componentsOf } from '../components.ts'
import type { Component } from '../components.ts'
import { downwards, tellsOfFew, upwards } from '../hunted.ts'
import { intervalsOf } from '../intervals.ts'
import { withLinearProgram } from '../linear-program.ts'
import type { Puzzle, Quantity, Relation } from '../puzzle.ts'
import { atMost, sumIs } from '../puzzle.ts'
import { trialQuantity } from '../trial-quantity.ts'
import { chance } from './chance.ts'
import { matrixOf } from './matrix.ts'
import { programOf } from './program.ts'
import { scatter } from './scatter.ts'

const [ROWS, COLUMNS] = [4, 3]

const upTo = (end: number) => [...Array(end).keys()]
const total = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)

/** A table with its margins in two periods, the first some of the second, of which much is withheld. */
const puzzles = fc
  .record({
    counts: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 24, maxLength: 24 }),
    shown: fc.infiniteStream(fc.integer({ min: 0, max: 99 })),
    percent: fc.integer({ min: 5, max: 60 }),
    sensitive: fc.boolean(),
  })
  .map(({ counts, shown, percent, sensitive }): Puzzle => {
    const quantities = new Map<string, Quantity>()
    const relations: Relation[] = []
    const learn = (key: string, value: number) => {
      const isShown = Number(shown.next().value) < percent
      quantities.set(key, quantity(key, isShown ? value : null, sensitive))
    }
    const cell = (period: number, row: number, column: number): number => {
      const own = counts[row * COLUMNS + column] ?? 0
      return period === 0 ? own : own + (counts[ROWS * COLUMNS + row * COLUMNS + column] ?? 0)
    }
    for (const period of upTo(2)) {
      for (const row of upTo(ROWS)) {
        for (const column of upTo(COLUMNS)) learn(`${period} ${row} ${column}`, cell(period, row, column))
        learn(`${period} ${row} *`, total(upTo(COLUMNS).map((column) => cell(period, row, column))))
        const parts = upTo(COLUMNS).map((column) => `${period} ${row} ${column}`)
        relations.push(sumIs('parts_of_breakdown', parts, `${period} ${row} *`))
      }
      for (const column of upTo(COLUMNS)) {
        learn(`${period} * ${column}`, total(upTo(ROWS).map((row) => cell(period, row, column))))
        const parts = upTo(ROWS).map((row) => `${period} ${row} ${column}`)
        relations.push(sumIs('parts_of_breakdown', parts, `${period} * ${column}`))
      }
    }
    for (const key of quantities.keys())
      if (key.startsWith('0')) relations.push(atMost('people_of_periods', [key], [`1${key.slice(1)}`]))
    return { quantities, relations }
  })

function quantity(key: string, known: number | null, sensitive: boolean): Quantity {
  const [period = '', breakdown = '', category = ''] = key.split(' ')
  const one = trialQuantity(breakdown, category)
  return { ...one, place: { ...one.place, period }, known, threshold: sensitive ? 10 : one.usual }
}

/** Each quantity by itself, from end to end. */
function asked(puzzle: Puzzle, component: Component): Promise<string[]> {
  return withLinearProgram(puzzle, component, 'warm', (extreme) =>
    component.quantities.filter((key, at) => {
      const [least, most] = (['least', 'most'] as const).map(
        (end) => extreme([{ at, lower: 0, upper: 1e6 }], end)?.values[at] ?? 0,
      )
      const own = puzzle.quantities.get(key)
      return own !== undefined && tellsOfFew(own, upwards(least ?? 0), downwards(most ?? 0))
    }),
  )
}

test('what the shortcuts leave unasked is open: the same is told as by asking of each from end to end', async () => {
  let told = 0
  await fc.assert(
    fc.asyncProperty(puzzles, async (puzzle) => {
      for (const component of componentsOf(puzzle).components) {
        if (component.relations.length === 0) continue
        const findings = await intervalsOf(puzzle, component)
        const pinned =
          'pinned' in findings ? findings.pinned.map(({ quantity: key }) => key) : ['contradiction']
        const expected = await asked(puzzle, component)
        told += expected.length
        expect(pinned.toSorted()).toEqual(expected.toSorted())
      }
    }),
    { numRuns: 60 },
  )
  expect(told).toBeGreaterThan(0)
})

test('scattered tables satisfy every row, lie within all bounds, and so does their mean', () => {
  fc.assert(
    fc.property(puzzles, (puzzle) => {
      for (const component of componentsOf(puzzle).components) {
        const program = programOf(puzzle, component)
        const tables: Float64Array[] = []
        const onlooker = { see: (table: Float64Array) => tables.push(table.slice()), isClosed: () => true }
        const mean = program && scatter(program, chance(), onlooker)
        if (program === null || mean === null) continue
        const { rowLower, rowUpper } = matrixOf(program)
        for (const table of [...tables, mean]) {
          const sums = program.rows.map(({ columns, coefficients }) =>
            columns.reduce((sum, at, place) => sum + (table[at] ?? 0) * (coefficients[place] ?? 0), 0),
          )
          const off = sums.map((sum, row) => Math.max((rowLower[row] ?? 0) - sum, sum - (rowUpper[row] ?? 0)))
          expect(Math.max(0, ...off)).toBeLessThan(2e-7)
          expect(table.every((value, at) => value >= (program.lower[at] ?? 0) - 1e-9)).toBe(true)
          expect(table.every((value, at) => value <= (program.upper[at] ?? 0) + 1e-9)).toBe(true)
        }
      }
    }),
    { numRuns: 40 },
  )
})
