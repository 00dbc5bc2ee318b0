import { queryRows } from '@utfall/warehouse'
import type { Warehouse } from '@utfall/warehouse'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { periodsOf, preparePeriods } from './periods.ts'
import { agreementOf, deliver, openWorld } from './small-world.ts'

const spans = (terms: Record<string, unknown>, asOf: string) =>
  periodsOf(agreementOf(terms), asOf).map(
    ({ period_type, period, period_start, period_end, last_day }) =>
      `${period_type} ${period} ${period_start}..${period_end} ${last_day}`,
  )

const source = (id: string, dataset: string) => ({
  id,
  sender: 'x',
  dataset,
  files: 'x',
  replaces: 'period',
})
const reaching = (source_id: string, dataset: string, scope_end: string, verdict = 'approved') => ({
  source_id,
  dataset,
  scope_start: '2025-03-01',
  scope_end,
  verdict,
  replaces: 'period',
})
const partsOf = (part_of_year: string) =>
  periodsOf(agreementOf({ reporting: { part_of_year } }), '2025-12-31')
    .filter(({ period_type }) => period_type === part_of_year)
    .map(({ period, period_end }) => `${period} ${period_end}`)

describe('periods', () => {
  test('are whole calendar years and parts of them, agreement years, and all of it', () => {
    expect(spans({}, '2026-02-10')).toEqual([
      'year 2025 2025-01-01..2025-12-31 2025-12-31',
      'year 2026 2026-01-01..2026-12-31 2026-02-10',
      'tertial 2025-T1 2025-01-01..2025-04-30 2025-04-30',
      'tertial 2025-T2 2025-05-01..2025-08-31 2025-08-31',
      'tertial 2025-T3 2025-09-01..2025-12-31 2025-12-31',
      'tertial 2026-T1 2026-01-01..2026-04-30 2026-02-10',
      'agreement_year 1 2025-03-01..2026-02-28 2026-02-10',
      'agreement all 2025-03-01..2028-02-29 2026-02-10',
    ])
  })

  test('are quarters or halves where the agreement says so', () => {
    expect(partsOf('quarter')).toEqual([
      '2025-Q1 2025-03-31',
      '2025-Q2 2025-06-30',
      '2025-Q3 2025-09-30',
      '2025-Q4 2025-12-31',
    ])
    expect(partsOf('half')).toEqual(['2025-H1 2025-06-30', '2025-H2 2025-12-31'])
  })

  test('do not go past the agreement', () => {
    const short = { period: { start: '2025-03-15', end: '2026-06-30' } }
    const ofYears = spans(short, '2030-01-01').filter((span) => !span.startsWith('tertial'))
    expect(ofYears).toEqual([
      'year 2025 2025-01-01..2025-12-31 2025-12-31',
      'year 2026 2026-01-01..2026-12-31 2026-12-31',
      'agreement_year 1 2025-03-15..2026-03-14 2026-03-14',
      'agreement_year 2 2026-03-15..2026-06-30 2026-06-30',
      'agreement all 2025-03-15..2026-06-30 2026-06-30',
    ])
  })

  test('none has begun before the agreement has', () => {
    expect(spans({}, '2024-12-31')).toEqual([])
  })

  const day = fc
    .date({ min: new Date('2018-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))

  test('agreement years follow each other without gap and make up the agreement', () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        const period = { start: one < other ? one : other, end: one < other ? other : one }
        const years = periodsOf(agreementOf({ period }), '2040-01-01').filter(
          ({ period_type }) => period_type === 'agreement_year',
        )
        expect(years[0]?.period_start).toBe(period.start)
        expect(years.at(-1)?.period_end).toBe(period.end)
        for (const [index, year] of years.slice(1).entries()) {
          const dayAfter = new Date(`${years[index]?.period_end}T00:00:00Z`)
          dayAfter.setUTCDate(dayAfter.getUTCDate() + 1)
          expect(year.period_start).toBe(dayAfter.toISOString().slice(0, 10))
        }
      }),
    )
  })
})

describe('completeness', () => {
  let world: Warehouse
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(() => world.close())

  const complete = async (asOf: string) => {
    const sources = [source('list', 'attendance'), source('books', 'costs')]
    await preparePeriods(world.connection, [agreementOf({ sources })], asOf)
    return queryRows(
      world.connection,
      z.object({ period: z.string(), complete: z.boolean(), activity_complete: z.boolean() }),
      `select period, complete, activity_complete from period where period_type = 'tertial' order by period`,
    )
  }

  test('is when the period is over and the deliveries reach its end; people do not wait for the books', async () => {
    await deliver(world, {
      delivery: [
        reaching('list', 'attendance', '2025-08-31'),
        reaching('list', 'attendance', '2025-12-31', 'rejected'),
        reaching('books', 'costs', '2025-04-30'),
      ],
    })
    expect(await complete('2025-12-31')).toEqual([
      { period: '2025-T1', complete: true, activity_complete: true },
      { period: '2025-T2', complete: false, activity_complete: true },
      { period: '2025-T3', complete: false, activity_complete: false },
    ])
    expect((await complete('2025-08-30'))[1]).toMatchObject({ activity_complete: false })
  })
})
