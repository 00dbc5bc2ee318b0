import { queryRows } from '@utfall/warehouse'
import type { Warehouse } from '@utfall/warehouse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { protect } from './disclosure/protect.ts'
import { agreementOf, count, deliver, figureOf, openWorld } from './small-world.ts'

const Point = z.object({
  cause: z.string(),
  month: z.number(),
  value: z.number().nullable(),
  ci_low: z.number().nullable(),
  ci_high: z.number().nullable(),
  at_risk: z.number().nullable(),
  status: z.string(),
})

const CURVE = ['time_to_work_or_studies']

let world: Warehouse
const points = (period: string, where = 'true') =>
  queryRows(
    world.connection,
    Point,
    `select cause, month, value, ci_low, ci_high, at_risk, status from curve
    where agreement = 'park' and period = '${period}' and ${where} order by cause desc, month`,
  )

const START = '2025-03-01'
const enrolled = (person: string, end_date: string | null = null, end_reason: string | null = null) => ({
  person,
  start_date: START,
  end_date,
  end_reason,
  occupation_at_start: 'unemployed',
})
const noted = (person: string, date: string, value: string) => ({
  person,
  date,
  domain: 'occupation',
  value,
})

/** The ten of the worked example in design/indicators.md, a time unit being thirty days. */
const after = (units: number) =>
  new Date(Date.parse(START) + units * 30 * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  world = await openWorld()
  await deliver(world, {
    engagements: [
      enrolled('a', after(2), 'work'),
      enrolled('b', after(3), 'studies'),
      enrolled('c', after(3), 'moved'),
      enrolled('d'), // works, says a status
      enrolled('e', after(4), 'completed'), // unemployed later still
      enrolled('f', after(5), 'completed'), // studies after that
      enrolled('g', after(8), 'work'),
      enrolled('h', after(9), 'other'),
      enrolled('i', after(12), 'work'),
      enrolled('j', after(12), 'dropped_out'),
      { ...enrolled('k', after(1), 'work'), occupation_at_start: 'work' },
      { ...enrolled('l', after(1), 'work'), occupation_at_start: 'declined' },
      { ...enrolled('a', after(14), 'studies'), start_date: after(13) }, // the first enrolment decides
    ],
    statuses: [
      noted('d', after(0), 'work'), // on the first day: no event after it
      noted('d', after(5), 'work_and_studies'),
      noted('d', after(6), 'unemployed'),
      noted('e', after(6), 'unemployed'),
      noted('f', after(8), 'studies'),
      noted('j', after(13), 'unknown'), // nothing is known by that
    ],
  })
  await count(world, [agreementOf()], '2027-01-31', CURVE)
})
afterAll(() => world.close())

/** The first three points of each cause, of so many who went such ways after so many time units, and eleven who stay. */
async function shownOf(agreement: string, ways: readonly [size: number, units: number, reason: string][]) {
  const gone = ways.flatMap(([size, units, reason]) =>
    Array.from({ length: size }, (_, at) => enrolled(`${reason}-${units}-${at}`, after(units), reason)),
  )
  const staying = Array.from({ length: 11 }, (_, at) => enrolled(`stays-${at}`))
  await deliver(world, { engagements: [...gone, ...staying].map((each) => ({ ...each, agreement })) })
  await count(world, [agreementOf({ id: agreement })], '2027-01-31', CURVE)
  await protect(world.connection)
  const shown = await queryRows(
    world.connection,
    Point,
    `select cause, month, value, ci_low, ci_high, at_risk, status from curve
    where agreement = '${agreement}' and period = '2025' and month <= 12 order by month, cause`,
  )
  return shown.map(({ month, cause, value, at_risk: atRisk }) => [
    month,
    cause,
    value && Number(value.toFixed(9)),
    atRisk,
  ])
}

describe('time to work or studies', () => {
  test('is the worked example of two causes, at the months of the grid', async () => {
    const all = await points('2025')
    expect(all.map(({ cause, month, at_risk }) => [cause, month, at_risk])).toEqual([
      ['work', 3, 7],
      ['work', 6, 5],
      ['work', 12, 0],
      ['work', 18, 0],
      ['work', 24, null],
      ['studies', 3, 7],
      ['studies', 6, 5],
      ['studies', 12, 0],
      ['studies', 18, 0],
      ['studies', 24, null],
    ])
    const values = all.map(({ value }) => (value === null ? null : Number(value.toFixed(7))))
    expect(values.slice(0, 4)).toEqual([0.1, 0.2142857, 0.5571429, 0.5571429])
    expect(values.slice(5, 9)).toEqual([0.1, 0.1, 0.2371429, 0.2371429])
  })

  test('has a complementary log-log interval', async () => {
    const [at12] = await points('2025', "cause = 'work' and month = 12")
    // F = 0.5571429, se = 0.1960707: 1 − (1 − F)^exp(±1.959964 · se / ((1 − F) · |ln(1 − F)|))
    expect(at12?.ci_low).toBeCloseTo(0.24473, 5)
    expect(at12?.ci_high).toBeCloseTo(0.90592, 5)
  })

  test('is not due before anyone of the period could have come so far', async () => {
    expect(await points('2025', 'month = 24')).toMatchObject([
      { status: 'not_due', value: null },
      { status: 'not_due', value: null },
    ])
  })

  test('has the first time by which half have had any event as its figure, in months', async () => {
    const figure = await figureOf(world, 'time_to_work_or_studies', '2025')
    expect(figure).toMatchObject({ status: 'ok', denominator: 10, excluded: 2, note: '' })
    expect(figure.value).toBeCloseTo((240 * 12) / 365.25, 9)
  })

  test('reaches its median when exactly half have had an event, however their times lie', async () => {
    const gone = Array.from({ length: 15 }, (_, at) => enrolled(`gone-${at}`, after((at + 1) / 30), 'work'))
    const staying = Array.from({ length: 15 }, (_, at) => enrolled(`stays-${at}`))
    await deliver(world, {
      engagements: [...gone, ...staying].map((each) => ({ ...each, agreement: 'half' })),
    })
    await count(world, [agreementOf({ id: 'half' })], '2027-01-31', CURVE)
    const figure = await figureOf(world, 'time_to_work_or_studies', '2025')
    expect(figure).toMatchObject({ status: 'ok', denominator: 30, note: '' })
    expect(figure.value).toBeCloseTo((15 * 12) / 365.25, 9)
  })

  test('says so where the median is not reached, and nobody enrolled is no curve', async () => {
    const early = agreementOf({ disclosure: { minimum_base: 5 } })
    await count(world, [early], after(4), CURVE)
    expect(await figureOf(world, 'time_to_work_or_studies', 'all')).toMatchObject({
      status: 'no_data',
      value: null,
      note: 'median_not_reached',
    })
    expect((await points('all', 'month = 3')).map(({ value }) => value)).toEqual([0.1, 0.1])
    expect(await figureOf(world, 'time_to_work_or_studies', '2025-T2')).toMatchObject({ denominator: 0 })
  })

  test('shows no point with few at risk, and no rise of a few people', async () => {
    const terms = { disclosure: { minimum_base: 5, threshold: 2 } }
    await count(world, [agreementOf(terms)], '2027-01-31', CURVE)
    await protect(world.connection)
    expect((await points('2025')).map(({ status }) => status)).toEqual([
      'suppressed', // one
      'suppressed', // two with the one before, but one to studies
      'too_few',
      'too_few',
      'not_due',
      'suppressed',
      'suppressed',
      'too_few',
      'too_few',
      'not_due',
    ])
    await count(world, [agreementOf({ disclosure: { minimum_base: 11 } })], '2027-01-31', CURVE)
    await protect(world.connection)
    expect(await figureOf(world, 'time_to_work_or_studies', '2025')).toMatchObject({
      status: 'suppressed',
      denominator: null,
      note: '',
    })
    expect((await points('2025')).every(({ value }) => value === null)).toBe(true)
  })

  test('shows a point of both causes or of none', async () => {
    const shown = await shownOf('two-causes', [
      [6, 2, 'work'],
      [2, 2, 'studies'],
      [4, 5, 'studies'],
    ])
    expect(shown).toEqual([
      [3, 'studies', null, null],
      [3, 'work', null, null],
      [6, 'studies', 0.260869565, 11],
      [6, 'work', 0.260869565, 11],
      [12, 'studies', null, null],
      [12, 'work', null, null],
    ])
  })

  test('shows no point by which few were lost from sight', async () => {
    const shown = await shownOf('few-lost', [
      [8, 1, 'work'],
      [8, 1, 'studies'],
      [3, 2, 'moved'],
      [1, 4, 'moved'],
      [1, 8, 'moved'],
    ])
    expect(shown.map(([month, , value, atRisk]) => [month, value !== null, atRisk])).toEqual([
      [3, false, null], // 32 − 16 − 13: three
      [3, false, null],
      [6, false, null], // four
      [6, false, null],
      [12, true, 11], // five
      [12, true, 11],
    ])
  })

  test('shows no point by which a reader would think that few were lost', async () => {
    const shown = await shownOf('on-the-day', [
      [5, 1, 'work'],
      [5, 1, 'studies'],
      [3, 5, 'work'],
      [3, 5, 'studies'],
      [9, 8, 'moved'],
      [2, 365 / 30, 'work'], // on the very day of the point, when they still are at risk
      [2, 365 / 30, 'studies'],
    ])
    expect(shown.filter(([month]) => month === 3).map(([, , , atRisk]) => atRisk)).toEqual([30, 30])
    expect(shown.filter(([month]) => month === 12).map(([, , , atRisk]) => atRisk)).toEqual([null, null])
  })
})
