import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endLabels } from './end-labels.ts'

const series = (name: string, ...values: (number | null)[]) => ({
  name,
  marks: values.map((value) => ({ value })),
})
const same = (value: number) => value

test('each label stands at the height of the last value that is known', () => {
  expect(endLabels([series('a', 1, 50, null), series('b', 3, 4, 90), series('c', null)], same)).toEqual([
    { name: 'a', place: 0, index: 1, y: 50 },
    { name: 'b', place: 1, index: 2, y: 90 },
  ])
})

test('labels that would meet make way for each other, as little as they can', () => {
  const labels = endLabels([series('a', 101), series('b', 100), series('c', 10)], same)
  expect(labels.map(({ name, y }) => [name, y])).toEqual([
    ['c', 10],
    ['b', 92.5],
    ['a', 108.5],
  ])
})

test('labels make way upwards for what stands below the lowest of them', () => {
  const labels = endLabels([series('a', 100), series('b', 100), series('c', 70)], same, 95)
  expect(labels.map(({ name, y }) => [name, y])).toEqual([
    ['c', 63],
    ['a', 79],
    ['b', 95],
  ])
})

test('no two labels meet, and their order is that of the values', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 6 }), (values) => {
      const labels = endLabels(
        values.map((value) => series(String(value), value)),
        same,
      )
      expect(labels.map(({ name }) => Number(name))).toEqual(values.toSorted((a, b) => a - b))
      const gaps = labels.slice(1).map(({ y }, at) => y - (labels[at]?.y ?? 0))
      expect(gaps.every((gap) => gap >= 16 - 1e-9)).toBe(true)
    }),
  )
})
