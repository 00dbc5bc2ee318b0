import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spanningRows } from './spanning-rows.ts'

const COLUMNS = 70
const rows = fc.array(
  fc.uniqueArray(fc.nat({ max: COLUMNS - 1 }), { maxLength: 40 }).map((row) => row.toSorted((a, b) => a - b)),
  { maxLength: 12 },
)

test('a year is told by its longest term and those who came in no other', () => {
  expect(spanningRows([[0, 1, 2, 3, 4], [0, 1, 2, 3], [9]], 10)).toEqual([
    { by: 1, more: [4], less: [] },
    { by: null, more: [0, 1, 2, 3], less: [] },
    { by: null, more: [9], less: [] },
  ])
})

test('every row is what it is told by, with more and less, and in all there is less to tell', () => {
  fc.assert(
    fc.property(rows, (given) => {
      const told = spanningRows(given, COLUMNS)
      for (const [at, { by, more, less }] of told.entries()) {
        const other = by === null ? [] : (given[by] ?? [])
        const again = [...other.filter((column) => !less.includes(column)), ...more]
        expect(again.toSorted((a, b) => a - b)).toEqual(given[at])
      }
      const entries = told.map(({ by, more, less }) => (by === null ? 0 : 1) + more.length + less.length)
      const plain = given.map(({ length }) => length)
      expect(sum(entries)).toBeLessThanOrEqual(sum(plain))
    }),
  )
})

test('no row is told by itself, however one goes back', () => {
  fc.assert(
    fc.property(rows, (given) => {
      const told = spanningRows(given, COLUMNS)
      for (const start of told.keys()) {
        const seen = new Set<number>()
        for (let at: number | null = start; at !== null; at = told[at]?.by ?? null) {
          expect(seen.has(at)).toBe(false)
          seen.add(at)
        }
      }
    }),
  )
})

const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0)
