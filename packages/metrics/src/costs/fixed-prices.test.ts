import { queryRows } from '@utfall/warehouse'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { agreementWith, countedMoney } from './example.ts'

const Row = z.object({
  period: z.string(),
  basis: z.string(),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  status: z.string(),
  note: z.string(),
})
const figuresOf = async (connection: Awaited<ReturnType<typeof countedMoney>>, indicator: string) =>
  queryRows(
    connection,
    Row,
    `select period, basis, value, numerator, denominator, status, note from result
    where indicator = $indicator and breakdown = 'total' order by period, basis`,
    { indicator },
  )

// Annual averages of the consumer price index, 1980=100. Source: Statistics Sweden (SCB).
const INDEX = [
  `'SCB KPI 1980=100', '2018', 328.40`,
  `'SCB KPI 1980=100', '2019', 334.26`,
  `'SCB KPI 1980=100', '2023', 403.70`,
  `'SCB KPI 1980=100', '2023-01', 999`, // a month
  `'Kolada N02797', '2018', 8.1`,
]
const agreement = agreementWith({ period: { start: '2018-12-01', end: '2024-11-30' } })

const priced = async (reference: readonly string[], counted: readonly string[]) => {
  const connection = await countedMoney([agreement], '2024-03-31', {
    reference,
    counted: counted.map((code) => `'unique_participants', '${code}', 'total', '', 50, 50, 50, 'ok'`),
    funding: [
      `'2018-12-15', 100000, 'payment', null`,
      `'2019-05-15', 334260, 'payment', null`,
      `'2023-05-15', 1782476, 'payment', null`,
      `'2024-01-15', 5, 'payment', null`,
      `'2019-05-15', 1000, 'own_cash', null`,
    ],
    costs: [`'2023-05-15', 4037, null, 'hus'`],
  })
  return (await figuresOf(connection, 'cost_per_participant_fixed')).filter(
    ({ status }) => status !== 'no_data',
  )
}

describe('cost at fixed prices', () => {
  // The design's example backwards: 1 450 000 kr of 2018 is 1 782 476 kr in the prices of 2023.
  test('is in the prices of the year in which the agreement began', async () => {
    const rows = await priced(INDEX, ['2023'])
    expect(rows).toMatchObject([
      { basis: 'cost', numerator: 3284, value: 65.68 },
      { basis: 'cost_with_own_contribution', numerator: 3284 },
      { basis: 'municipality', value: expect.closeTo(29_000, 1), denominator: 50, note: '' },
    ])
    expect(rows[2]?.numerator).toBeCloseTo(1_450_000, 0)
  })

  test('converts each calendar year of an agreement year by its own index', async () => {
    // 100 000 kr of 2018 as they are, and 334 260 of 2019 are 328 400 of 2018
    expect(await priced(INDEX, ['1'])).toMatchObject([
      { basis: 'municipality', numerator: 428_400, value: 8568, status: 'ok' },
    ])
  })

  // 2026 is in the new series only; 1980=100 and its 2020 say what 2018 is in it: 328.40 / 335.92 * 100.
  test('joins the index that ended in 2025 to the one that goes on', async () => {
    const old = [`'SCB KPI 1980=100', '2018', 328.40`, `'SCB KPI 1980=100', '2020', 335.92`]
    const rows = await priced([...old, `'SCB KPI 2020=100', '2023', 120.18`], ['2023'])
    const municipality = rows.find(({ basis }) => basis === 'municipality')
    expect(municipality?.numerator).toBeCloseTo((1_782_476 * (328.4 / 335.92) * 100) / 120.18, 1)
    expect(
      await priced(old.slice(0, 1).concat(`'SCB KPI 2020=100', '2023', 120.18`), ['2023']),
    ).toMatchObject([
      { status: 'not_computable' },
      { status: 'not_computable' },
      { status: 'not_computable' },
    ])
  })

  test('takes the mean of twelve months where there is no annual average', async () => {
    const rows = await priced([...months('2018', 100), ...months('2023', 125)], ['2023'])
    expect(rows[0]).toMatchObject({ basis: 'cost', numerator: expect.closeTo(3229.6, 2) })
    const [short] = await priced([...months('2018', 100), ...months('2023', 125, 11)], ['2023'])
    expect(short).toMatchObject({ status: 'not_computable', note: 'no_price_index=2023' })
  })

  test('cannot be computed for a year without index, and names it', async () => {
    const figure = (await priced(INDEX, ['2024'])).find(({ basis }) => basis === 'municipality')
    expect(figure).toMatchObject({ value: null, status: 'not_computable', note: 'no_price_index=2024' })
    const other = await priced(
      [`'SCB KPI 1980=100', '2023', 403.70`, `'SCB KPI 2020=100', '2018', 97.8`],
      ['2023'],
    )
    expect(other.map(({ status, note }) => `${status} ${note}`)).toContain(
      'not_computable no_price_index=2023',
    )
  })
})

const noted = async (reference: readonly string[], period: string) => {
  const rows = await priced(reference, [period])
  return rows.filter(({ basis }) => basis === 'municipality').map(({ status, note }) => [status, note])
}

describe('an index that is missing', () => {
  const first = `'SCB KPI 1980=100', '2018', 328.40`
  const last = `'SCB KPI 1980=100', '2023', 403.70`

  test('is named by its own year, though it is another that cannot be converted', async () => {
    expect(await noted([last], '2023')).toEqual([['not_computable', 'no_price_index=2018']])
    expect(await noted([first], '2023')).toEqual([['not_computable', 'no_price_index=2023']])
  })

  test('is named with every other, each once', async () => {
    expect(await noted([], '2023')).toEqual([['not_computable', 'no_price_index=2018 2023']])
    expect(await noted([], 'all')).toEqual([['not_computable', 'no_price_index=2018 2019 2023 2024']])
  })

  test('is not needed for what was paid in the first year', async () => {
    expect(await priced([], ['2018'])).toMatchObject([
      { basis: 'municipality', numerator: 100_000, value: 2000, status: 'ok', note: '' },
    ])
  })
})

describe('the paid part of what was awarded', () => {
  test('is by day of the agreement year, and may pass one', async () => {
    const awarding = agreementWith({ funding: [{ year: 1, amount: 365_000, source: 'municipality' }] })
    const connection = await countedMoney([awarding], '2026-02-28', {
      funding: [`'2025-03-15', 200000, 'payment', null`, `'2025-04-15', 55000, 'payment', null`],
    })
    const parts = await figuresOf(connection, 'funding_share_paid')
    const of = (period: string) => parts.find((each) => each.period === period)
    expect(of('1')).toMatchObject({ value: 255 / 365, numerator: 255_000, denominator: 365_000 })
    expect(of('2025-T1')).toMatchObject({ value: 255 / 61, denominator: 61_000 }) // March and April
    expect(of('2026-T1')).toMatchObject({ value: 0, denominator: 59_000 })
  })

  test('is not computable without an award', async () => {
    const connection = await countedMoney([agreementWith()], '2025-12-31', {
      funding: [`'2025-03-15', 200000, 'payment', null`],
    })
    const parts = await figuresOf(connection, 'funding_share_paid')
    expect(parts.map(({ status }) => status)).toEqual(parts.map(() => 'not_computable'))
  })
})

/** A month's index each, whose mean is `index`. */
function months(year: string, index: number, count = 12): string[] {
  return Array.from(
    { length: count },
    (_, month) =>
      `'SCB KPI 2020=100', '${year}-${String(month + 1).padStart(2, '0')}', ${index + month - 5.5}`,
  )
}
