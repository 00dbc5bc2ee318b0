import { DuckDBInstance } from '@duckdb/node-api'
import { queryRow, queryRows, runScript, sqlBeside } from '@utfall/warehouse'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { twoSidedZ } from './quantiles.ts'

const connection = await (await DuckDBInstance.create(':memory:')).connect()
beforeAll(() => runScript(connection, sqlBeside(import.meta.url, 'survival.sql')))

/** Makes `observed` from times and causes; 0 is a time that no event ended. */
async function observe(followed: readonly (readonly [time: number, cause: number])[]): Promise<void> {
  await connection.run(
    `create or replace temp table observed as
    select 1 as cohort, time, nullif(cause, 0) as cause
    from (select unnest(from_json($rows, '[{"time": "DOUBLE", "cause": "INTEGER"}]'), recursive := true))`,
    { rows: JSON.stringify(followed.map(([time, cause]) => ({ time, cause }))) },
  )
}

const Survival = z.object({ time: z.number(), survival: z.number(), se: z.number().nullable() })
const survival = () =>
  queryRows(connection, Survival, `select time, survival, se from kaplan_meier('observed') order by time`)

const Incidence = z.object({ time: z.number(), cause: z.number(), incidence: z.number(), se: z.number() })
const incidence = () =>
  queryRows(
    connection,
    Incidence,
    `select time, cause, incidence, se from aalen_johansen('observed') order by time, cause`,
  )

describe('Kaplan and Meier', () => {
  // Freireich et al., Blood 21 (1963): weeks in remission of 21 patients on 6-mercaptopurine. Survival and
  // Greenwood's errors as in Kleinbaum and Klein, Survival Analysis (2012), chapter 2, and R's survfit.
  const REMISSION = [6, 6, 6, 7, 10, 13, 16, 22, 23].map((time): [number, number] => [time, 1])
  const ONGOING = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((time): [number, number] => [time, 0])

  test('agree with the published remission of 21 patients', async () => {
    await observe([...REMISSION, ...ONGOING])
    const steps = await survival()
    expect(steps.map(({ time }) => time)).toEqual([6, 7, 10, 13, 16, 22, 23])
    const published = [0.857143, 0.806723, 0.752941, 0.690196, 0.627451, 0.537815, 0.448179]
    for (const [at, step] of steps.entries()) expect(step.survival).toBeCloseTo(published[at] ?? 0, 6)
    expect(steps.at(0)?.se).toBeCloseTo(0.07636, 6)
    expect(steps.at(-1)?.se).toBeCloseTo(0.134591, 6)
    expect(steps.find((step) => step.survival <= 0.5)?.time).toBe(23)
  })

  test('give the log-log interval of R: 0.620 to 0.952 after six weeks', async () => {
    const interval = await queryRow(
      connection,
      z.object({ low: z.number(), high: z.number() }),
      'select survival_low(0.857143, 0.07636, $z) as low, survival_high(0.857143, 0.07636, $z) as high',
      { z: twoSidedZ(0.95) },
    )
    expect(interval.low).toBeCloseTo(0.6197, 4)
    expect(interval.high).toBeCloseTo(0.9516, 4)
  })
})

describe('Aalen and Johansen', () => {
  // Computed independently, once by the sum over steps and once by perturbing each person's weight (infinitesimal
  // jackknife): design/indicators.md states it.
  test('agree with the worked example of two causes', async () => {
    const times = [2, 3, 3, 5, 6, 8, 8, 9, 12, 12]
    const causes = [1, 2, 0, 1, 0, 2, 1, 0, 1, 0]
    await observe(times.map((time, at) => [time, causes[at] ?? 0]))
    const steps = await incidence()
    const at = (time: number) => steps.filter((step) => step.time === time).map((step) => step.incidence)
    for (const [time, first, second] of [
      [2, 0.1, 0],
      [3, 0.1, 0.1],
      [5, 0.2142857, 0.1],
      [8, 0.3514286, 0.2371429],
      [12, 0.5571429, 0.2371429],
    ] as const) {
      expect(at(time)[0]).toBeCloseTo(first, 7)
      expect(at(time)[1]).toBeCloseTo(second, 7)
    }
    expect(steps.find(({ time, cause }) => time === 12 && cause === 1)?.se).toBeCloseTo(0.1960707, 7)
  })

  const people = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 3 })), {
    minLength: 1,
    maxLength: 40,
  })

  test('share out what Kaplan and Meier say has happened, and never fall', async () => {
    await fc.assert(
      fc.asyncProperty(people, async (followed) => {
        await observe(followed)
        const steps = await incidence()
        for (const { time, survival: left } of await survival()) {
          const happened = steps.filter((step) => step.time === time).map((step) => step.incidence)
          expect(happened.reduce((a, b) => a + b, 0)).toBeCloseTo(1 - left, 10)
        }
        for (const step of steps) {
          const before = steps.findLast(({ time, cause }) => cause === step.cause && time < step.time)
          expect(step.incidence).toBeGreaterThanOrEqual((before?.incidence ?? 0) - 1e-12)
          expect(step.se).toBeLessThanOrEqual(0.5 + 1e-12)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('are plain shares where nobody stops being followed', async () => {
    const all = people.filter((each) => each.some(([, cause]) => cause > 0))
    await fc.assert(
      fc.asyncProperty(all, async (followed) => {
        await observe(followed.map(([time, cause]) => (cause === 0 ? [99, 0] : [time, cause])))
        for (const { time, cause, incidence: share, se } of await incidence()) {
          const many = followed.filter((each) => each[0] <= time && each[1] === cause).length
          expect(share).toBeCloseTo(many / followed.length, 10)
          // Rounding leaves 1e-16 of a variance that is nothing, and the root of that is far from nothing.
          expect((se ?? Number.NaN) ** 2).toBeCloseTo((share * (1 - share)) / followed.length, 10)
        }
      }),
      { numRuns: 40 },
    )
  })
})
