import { expect, test } from 'vitest'
import type { Count } from './linked-cells.ts'
import { witnessesOf } from './witnesses.ts'

/** Four columns, each a count of its own, and the first two together. */
const counts = [[0], [1], [2], [3], [0, 1]].map((columns, at): Count => ({
  key: String(at),
  columns,
  value: [2, 3, 10, 10, 5][at] ?? 0,
  sensitive: at < 2,
  width: 4,
  floors: [],
}))
const [FIRST, THIRD, TOGETHER] = [0, 2, 4]
const truth = Float64Array.from([2, 3, 10, 10])
const judged = [0, 1]

test('two tables far enough apart witness a count, and the truth is one of them', () => {
  const witnesses = witnessesOf(truth, counts, judged)
  expect(witnesses.areApart(FIRST)).toBe(false)
  witnesses.add(Float64Array.from([6, 3, 10, 10]))
  expect(witnesses.areApart(FIRST)).toBe(true)
})

test('what has a known count otherwise witnesses no longer', () => {
  const witnesses = witnessesOf(truth, counts, judged)
  witnesses.add(Float64Array.from([6, 3, 10, 10]))
  expect(witnesses.knowing(TOGETHER, 'as_it_is').areApart(FIRST)).toBe(false)
  expect(witnesses.knowing(THIRD, 'as_it_is').areApart(FIRST)).toBe(true)
})

test('one too great and one too little are mixed to what is known', () => {
  const witnesses = witnessesOf(truth, counts, judged)
  witnesses.add(Float64Array.from([10, 3, 14, 10]))
  witnesses.add(Float64Array.from([2, 3, 6, 10]))
  // half of each has ten in the third column, and six in the first
  expect(witnesses.knowing(THIRD, 'as_it_is').areApart(FIRST)).toBe(true)
})

test('of all pairs the furthest is mixed', () => {
  const witnesses = witnessesOf(truth, counts, judged)
  for (const first of [3, 4, 5, 8]) witnesses.add(Float64Array.from([first, 3, 12, 10]))
  for (const first of [0, 1, 4]) witnesses.add(Float64Array.from([first, 3, 8, 10]))
  // half of 8 and 4 is 6, and half of 3 and 0 is 1.5: whole numbers from 2 to 6
  expect(witnesses.knowing(THIRD, 'as_it_is').areApart(FIRST)).toBe(true)
})

test('what is known to be one at least rules out the tables without it', () => {
  const witnesses = witnessesOf(truth, counts, judged)
  witnesses.add(Float64Array.from([6, 3, 0, 10]))
  expect(witnesses.knowing(THIRD, 1).areApart(FIRST)).toBe(false)
  expect(witnesses.knowing(THIRD, 0).areApart(FIRST)).toBe(true)
})
