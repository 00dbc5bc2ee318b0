import { DuckDBInstance } from '@duckdb/node-api'
import { queryRow, runScript, sqlBeside } from '@utfall/warehouse'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { twoSidedT, twoSidedZ } from './quantiles.ts'

const connection = await (await DuckDBInstance.create(':memory:')).connect()
beforeAll(() => runScript(connection, sqlBeside(import.meta.url, 'intervals.sql')))

const Interval = z.object({ low: z.number(), high: z.number() })
const wilson = (k: number, n: number) =>
  queryRow(
    connection,
    Interval,
    'select wilson_low($k::double, $n::double, $z) as low, wilson_high($k::double, $n::double, $z) as high',
    { k, n, z: twoSidedZ(0.95) },
  )

describe('the Wilson interval', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  test.each([
    [81, 263, 0.25529, 0.36621],
    [15, 148, 0.06239, 0.16049],
    [0, 20, 0, 0.16113],
    [1, 29, 0.00611, 0.17176],
  ])('of %i in %i', async (k, n, low, high) => {
    const interval = await wilson(k, n)
    expect(interval.low).toBeCloseTo(low, 5)
    expect(interval.high).toBeCloseTo(high, 5)
  })

  test('holds the share, stays within 0 and 1, and mirrors', async () => {
    const counts = fc.nat(2000).chain((n) => fc.tuple(fc.nat(n), fc.constant(n + 1)))
    await fc.assert(
      fc.asyncProperty(counts, async ([k, n]) => {
        const { low, high } = await wilson(k, n)
        const mirrored = await wilson(n - k, n)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(low).toBeLessThanOrEqual(k / n)
        expect(high).toBeGreaterThanOrEqual(k / n)
        expect(high).toBeLessThanOrEqual(1)
        expect(mirrored.low).toBeCloseTo(1 - high, 10)
      }),
    )
  })
})

describe('quantiles', () => {
  // R 4.3: qnorm(0.975), qt(0.975, c(1, 11, 120)).
  test('agree with R', () => {
    expect(twoSidedZ(0.95)).toBeCloseTo(1.959963984540054, 10)
    expect(twoSidedT(0.95, 1)).toBeCloseTo(12.7062047361747, 10)
    expect(twoSidedT(0.95, 11)).toBeCloseTo(2.20098516009164, 10)
    expect(twoSidedT(0.95, 120)).toBeCloseTo(1.97993040508242, 10)
  })
})

test('d_z of people who all changed alike is not a number', async () => {
  const row = z.object({ d: z.number().nullable() })
  expect(await queryRow(connection, row, 'select cohen_dz(2.0, 0.0) as d')).toEqual({ d: null })
  expect(await queryRow(connection, row, 'select cohen_dz(3.0, 1.5) as d')).toEqual({ d: 2 })
})
