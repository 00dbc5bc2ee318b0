import { queryRow, queryRows } from '@utfall/warehouse'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { HOURS, NONE, PROJECTS, agreementWith, countedMoney, itemsOf, onObject } from './example.ts'

/** Figures of the three activities in 2025, as they were counted before money. */
const countedIn2025 = (indicator: string, weights: readonly number[]) =>
  ['hus', 'kurs', 'fritid'].map(
    (activity, at) =>
      `'${indicator}', '2025', 'activity', '${activity}', ${weights[at]}, ${weights[at]}, 20, 'ok'`,
  )

describe('cost', () => {
  it('is what is booked on the configured accounts and objects, shared cost by hours', async () => {
    const connection = await countedMoney([agreementWith(PROJECTS)], '2025-12-31', {
      booked: ['2025-01-01', '2025-12-31'],
      counted: HOURS,
      ledger: [
        `'2025-03-15', 1000.10, '5010', ${onObject('100')}`,
        `'2025-03-16', -200.00, '5010', ${onObject('100')}`, // a credit
        `'2025-04-01', 300.00, '7010', ${onObject('110')}`,
        `'2025-05-01', 100.01, '6540', ${onObject('190')}`,
        `'2025-05-01', 999.00, '6540', ${onObject('200')}`, // another project
        `'2025-05-01', 999.00, '6540', ${onObject('100', 1)}`, // a cost centre of the same number
        `'2025-05-01', 999.00, '6540', ${NONE}`, // on no object
        `'2025-05-01', 999.00, '8410', ${onObject('100')}`, // interest is on no configured account
        `'2025-05-01', -999.00, '1930', ${onObject('100')}`,
        `'2025-02-28', 999.00, '5010', ${onObject('100')}`, // before the agreement
      ],
    })
    expect(await itemsOf(connection, '2025')).toMatchObject({
      cost_direct: 1100.1,
      cost_shared: 100.01,
      cost: 1200.11,
      'cost_direct hus': 800.1,
      // 100.01 by 300 : 100 hours is 75.0075 and 25.0025; the öre left goes to the larger
      'cost_shared hus': 75.01,
      'cost_shared kurs': 25,
      'cost hus': 875.11,
      'cost kurs': 325,
      'cost fritid': 0,
    })
  })

  it('counts a row once when several of its objects are configured, and lets the activity decide', async () => {
    const agreement = agreementWith({
      costs: {
        objects: [
          { dimension: 1, object: 'Nord' },
          { dimension: 6, object: '100', activity: 'hus' },
        ],
      },
    })
    const connection = await countedMoney([agreement], '2025-12-31', {
      ledger: [`'2025-03-15', 10, '5010', [{dimension: 1, object: 'Nord'}, {dimension: 6, object: '100'}]`],
    })
    expect(await itemsOf(connection, '2025')).toMatchObject({
      cost: 10,
      'cost_direct hus': 10,
      cost_shared: 0,
    })
  })

  it('is the whole ledger where no objects are configured, and rows of CSV with or without account', async () => {
    const connection = await countedMoney([agreementWith()], '2025-12-31', {
      ledger: [`'2025-03-15', 10, '5010', ${NONE}`, `'2025-03-15', -10, '3010', ${NONE}`],
      costs: [
        `'2025-03-15', 20, null, 'hus'`,
        `'2025-03-15', 40, '4010 Material', null`,
        `'2025-03-15', 80, '8410', null`,
      ],
    })
    expect(await itemsOf(connection, '2025')).toMatchObject({ cost: 70, cost_direct: 20, cost_shared: 50 })
  })

  it('says what could not be allocated, and leaves it so', async () => {
    const connection = await countedMoney([agreementWith()], '2025-12-31', {
      costs: [`'2025-03-15', 40, null, null`],
    })
    expect(await itemsOf(connection, '2025')).toMatchObject({ cost: 40, 'cost hus': 0, 'cost_shared hus': 0 })
    const note = await queryRow(
      connection,
      z.object({ note: z.string() }),
      "select note from result where indicator = 'cost' and period = '2025' and breakdown = 'total'",
    )
    expect(note).toEqual({ note: 'unallocated=40.00' })
  })

  it.each([
    ['hours' as const, { hus: 70.01, kurs: 20, fritid: 10 }],
    ['attendances' as const, { fritid: 33.34, hus: 33.34, kurs: 33.33 }],
    ['sessions' as const, { hus: 0, kurs: 25, fritid: 75.01 }],
  ])('is shared to the öre by %s, and by nothing else', async (basis, parts) => {
    const connection = await countedMoney([agreementWith({ costs: { shared: { basis } } })], '2025-12-31', {
      costs: [`'2025-03-15', 100.01, null, null`],
      counted: [
        ...countedIn2025('activity_hours', [7, 2, 1]),
        ...countedIn2025('attendances', [50, 50, 50]),
        ...countedIn2025('sessions', [0, 1, 3]),
      ],
    })
    const shared = Object.entries(parts).map(([activity, amount]) => [`cost_shared ${activity}`, amount])
    expect(await itemsOf(connection, '2025')).toMatchObject(Object.fromEntries(shared))
  })

  it('of a broken fiscal year is cut by the day of each row', async () => {
    const connection = await countedMoney([agreementWith()], '2026-12-31', {
      booked: ['2025-07-01', '2026-06-30'],
      ledger: [
        `'2025-07-01', 10.01, '5010', ${NONE}`,
        `'2025-12-31', 20.02, '5010', ${NONE}`,
        `'2026-01-01', 40.04, '5010', ${NONE}`,
        `'2026-06-30', 80.08, '5010', ${NONE}`,
      ],
    })
    expect(await itemsOf(connection, '2025')).toMatchObject({ cost: 30.03 })
    expect(await itemsOf(connection, '2026')).toMatchObject({ cost: 120.12 })
    expect(await itemsOf(connection, 'all')).toMatchObject({ cost: 150.15 })
  })

  it('is shared by fixed shares that need not sum to one', async () => {
    const agreement = agreementWith({ costs: { shared: { basis: 'fixed', shares: { hus: 2, kurs: 1 } } } })
    const connection = await countedMoney([agreement], '2025-12-31', {
      costs: [`'2025-03-15', 100, null, null`],
    })
    expect(await itemsOf(connection, '2025')).toMatchObject({ 'cost hus': 66.67, 'cost kurs': 33.33 })
  })

  it('is not known in a period that no bookkeeping speaks of, and zero in one that it does', async () => {
    const connection = await countedMoney([agreementWith()], '2026-12-31', {
      booked: ['2025-01-01', '2025-12-31'],
    })
    expect(await itemsOf(connection, '2025')).toMatchObject({ cost: 0 })
    expect(await itemsOf(connection, '2026')).toMatchObject({ cost: 'no_data' })
    const without = await countedMoney([agreementWith({ sources: [] })], '2025-12-31')
    expect(await itemsOf(without, '2025')).toMatchObject({
      cost: 'not_computable',
      funding_paid: 'not_computable',
      funding_awarded: 'not_computable',
    })
  })

  it('and payments are cut at the day that the publication speaks of', async () => {
    const connection = await countedMoney([agreementWith()], '2025-06-30', {
      costs: [`'2025-06-30', 1, null, 'hus'`, `'2025-07-01', 2, null, 'hus'`],
      funding: [`'2025-06-30', 10, 'payment', null`, `'2025-07-01', 20, 'payment', null`],
    })
    expect(await itemsOf(connection, '2025')).toMatchObject({ cost: 1, funding_paid: 10 })
  })
})

describe('the figures', () => {
  it('are those of the items, in kronor', async () => {
    const connection = await countedMoney(
      [agreementWith({ ...PROJECTS, funding: [{ year: 1, amount: 365_000.5, source: 'municipality' }] })],
      '2026-02-28',
      {
        costs: [`'2025-03-15', 12.34, null, 'hus'`],
        funding: [`'2025-03-15', 100.10, 'payment', null`, `'2025-03-15', 0.20, 'payment', null`],
      },
    )
    const rows = await queryRows(
      connection,
      z.object({
        indicator: z.string(),
        breakdown: z.string(),
        category: z.string(),
        value: z.number().nullable(),
      }),
      `select indicator, breakdown, category, value from result
      where period_type = 'agreement_year' and not indicator like 'cost_per%' order by all`,
    )
    expect(rows).toEqual([
      { indicator: 'cost', breakdown: 'activity', category: 'fritid', value: 0 },
      { indicator: 'cost', breakdown: 'activity', category: 'hus', value: 12.34 },
      { indicator: 'cost', breakdown: 'activity', category: 'kurs', value: 0 },
      { indicator: 'cost', breakdown: 'total', category: '', value: 12.34 },
      { indicator: 'funding_awarded', breakdown: 'total', category: '', value: 365_000.5 },
      { indicator: 'funding_paid', breakdown: 'total', category: '', value: 100.3 },
      { indicator: 'funding_share_paid', breakdown: 'total', category: '', value: 100.3 / 365_000.5 },
      { indicator: 'own_contribution', breakdown: 'total', category: '', value: null },
    ])
  })
})
