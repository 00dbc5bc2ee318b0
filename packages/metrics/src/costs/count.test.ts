import { queryRow, queryRows } from '@utfall/warehouse'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { agreementWith, countedMoney, itemsOf } from './example.ts'

const onObject = (object: string, dimension = 6) => `[{dimension: ${dimension}, object: '${object}'}]`
const NONE = '[]::struct(dimension integer, object varchar)[]'
const PROJECTS = {
  costs: {
    objects: [
      { dimension: 6, object: '100', activity: 'hus' },
      { dimension: 6, object: '110', activity: 'kurs' },
      { dimension: 6, object: '190' },
    ],
    volunteer_rate: 250,
  },
}
const HOURS = [
  `'activity_hours', '2025', 'activity', 'hus', 300, 300, 40, 'ok'`,
  `'activity_hours', '2025', 'activity', 'kurs', 100, 100, 12, 'ok'`,
  `'activity_hours', '2025', 'activity', 'fritid', 0, 0, 0, 'ok'`,
]

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

describe('the own contribution', () => {
  const OWN = [
    `'2025-04-01', 5000.50, 'own_cash', null`,
    `'2025-04-01', 1000, 'in_kind', 'hus'`,
    `'2025-05-01', 10.50, 'volunteer_hours', null`,
    `'2026-05-01', 4, 'volunteer_hours', null`,
  ]

  it('is own cash, what is in kind, and hours at the agreed rate', async () => {
    const connection = await countedMoney([agreementWith(PROJECTS)], '2025-12-31', { funding: OWN })
    expect(await itemsOf(connection, '2025')).toMatchObject({
      own_cash: 5000.5,
      in_kind: 1000,
      'in_kind hus': 1000,
      volunteer_hours: 10.5,
      volunteer_value: 2625,
      own_contribution: 8625.5,
    })
  })

  it('counts income in the books only in years without own cash reported, and never a grant', async () => {
    const connection = await countedMoney([agreementWith(PROJECTS)], '2026-12-31', {
      funding: OWN,
      ledger: [
        `'2025-06-01', -5000.50, '3993', ${onObject('190')}`, // the same gifts that were reported
        `'2026-06-01', -700, '3993', ${onObject('190')}`,
        `'2026-06-01', -900000, '3987', ${onObject('190')}`,
        `'2026-06-01', -800, '3993', ${onObject('200')}`,
      ],
    })
    expect(await itemsOf(connection, '2025')).toMatchObject({ own_cash: 5000.5 })
    expect(await itemsOf(connection, '2026')).toMatchObject({ own_cash: 700, own_contribution: 1700 })
    expect(await itemsOf(connection, 'all')).toMatchObject({ own_cash: 5700.5 })
  })

  it('leaves hours out that the agreement sets no rate for, and says how many', async () => {
    const connection = await countedMoney([agreementWith()], '2025-12-31', { funding: OWN })
    expect(await itemsOf(connection, '2025')).toMatchObject({
      volunteer_hours: 10.5,
      volunteer_value: 'not_computable',
      own_contribution: 6000.5,
    })
    const rows = await queryRows(
      connection,
      z.object({ note: z.string() }),
      "select note from result where indicator = 'own_contribution' and period = '2025'",
    )
    expect(rows).toEqual([{ note: 'unvalued=10.50' }])
  })
})

describe('a unit cost', () => {
  const Row = z.object({
    basis: z.string(),
    value: z.number().nullable(),
    numerator: z.number().nullable(),
    denominator: z.number().nullable(),
    people: z.number().nullable(),
    status: z.string(),
  })
  const unitCost = async (counted: readonly string[], indicator: string) =>
    queryRows(
      await countedMoney([agreementWith(PROJECTS)], '2025-12-31', {
        ledger: [`'2025-03-15', 1200, '5010', ${onObject('100')}`],
        funding: [
          `'2025-03-15', 1450000, 'payment', null`,
          `'2025-04-01', 500, 'own_cash', null`,
          `'2025-04-01', 100, 'in_kind', null`,
          `'2025-04-01', 2, 'volunteer_hours', null`,
        ],
        counted,
      }),
      Row,
      `select basis, value, numerator, denominator, people, status from result
      where indicator = $indicator and period = '2025' and breakdown = 'total' order by basis`,
      { indicator },
    )

  it('stands on three bases, with both its parts and the people behind', async () => {
    const counted = [`'attendances', '2025', 'total', '', 50, 50, 24, 'ok'`]
    expect(await unitCost(counted, 'cost_per_attendance')).toEqual([
      { basis: 'cost', value: 24, numerator: 1200, denominator: 50, people: 24, status: 'ok' },
      {
        basis: 'cost_with_own_contribution',
        value: 36,
        numerator: 1800,
        denominator: 50,
        people: 24,
        status: 'ok',
      },
      {
        basis: 'municipality',
        value: 29_000,
        numerator: 1_450_000,
        denominator: 50,
        people: 24,
        status: 'ok',
      },
    ])
  })

  it('is by activity on its cost alone', async () => {
    const connection = await countedMoney([agreementWith(PROJECTS)], '2025-12-31', {
      ledger: [
        `'2025-03-15', 1200, '5010', ${onObject('100')}`,
        `'2025-03-15', 40, '5010', ${onObject('190')}`,
      ],
      funding: [`'2025-03-15', 1450000, 'payment', null`],
      counted: [...HOURS, `'unique_participants', '2025', 'activity', 'hus', 50, 50, 50, 'ok'`],
    })
    const rows = await queryRows(
      connection,
      Row.extend({ category: z.string() }),
      `select category, basis, value, numerator, denominator, people, status from result
      where indicator = 'cost_per_participant' and period = '2025'`,
    )
    // 1200 and three quarters of 40, by 50 participants
    expect(rows).toEqual([
      {
        category: 'hus',
        basis: 'cost',
        value: 24.6,
        numerator: 1230,
        denominator: 50,
        people: 50,
        status: 'ok',
      },
    ])
  })

  it('is per person who went on, not per person who left', async () => {
    const counted = [`'share_to_work_or_studies', '2025', 'total', '', 0.6, 12, 20, 'ok'`]
    expect(await unitCost(counted, 'cost_per_outcome')).toContainEqual({
      basis: 'cost',
      value: 100,
      numerator: 1200,
      denominator: 12,
      people: 12,
      status: 'ok',
    })
  })

  it.each([
    [`'unique_participants', '2025', 'total', '', 0, 0, 0, 'ok'`, 'not_computable'],
    [`'unique_participants', '2025', 'total', '', null, null, 0, 'not_computable'`, 'not_computable'],
    [`'unique_participants', '2025', 'total', '', null, null, 0, 'no_data'`, 'no_data'],
  ])('is nothing without a count: %s', async (counted, status) => {
    const rows = await unitCost([counted], 'cost_per_participant')
    expect(rows).toHaveLength(3)
    for (const row of rows)
      expect(row).toMatchObject({ value: null, numerator: null, denominator: null, status })
  })
})

describe('what would tell a small number of people', () => {
  const Behind = z.object({ what: z.string(), people: z.number().nullable() })

  it('goes with the cost that was allocated by it', async () => {
    const connection = await countedMoney([agreementWith()], '2025-12-31', {
      costs: [`'2025-03-15', 100, null, null`, `'2025-03-15', 5, null, 'fritid'`],
      counted: HOURS,
    })
    const rows = await queryRows(
      connection,
      Behind,
      `select category as what, people from result
      where indicator = 'cost' and breakdown = 'activity' and period = '2025'
      union all
      select item || ' ' || activity, people from cost_item
      where item like 'cost%' and activity = 'kurs' and period = '2025'
      order by all`,
    )
    expect(rows).toEqual([
      { what: 'cost kurs', people: 12 },
      { what: 'cost_direct kurs', people: null },
      { what: 'cost_shared kurs', people: 12 },
      { what: 'fritid', people: null },
      { what: 'hus', people: 40 },
      { what: 'kurs', people: 12 },
    ])
  })

  it('goes with the cost per outcome: of 14 who left, 12 to work, 2 did not', async () => {
    const connection = await countedMoney([agreementWith()], '2025-12-31', {
      costs: [`'2025-03-15', 1200, null, null`],
      counted: [`'share_to_work_or_studies', '2025', 'total', '', 12 / 14, 12, 14, 'ok'`],
      smallestPart: 2,
    })
    const rows = await queryRows(
      connection,
      z.object({ smallest_part: z.number() }),
      "select smallest_part from result where indicator = 'cost_per_outcome' and period = '2025' and basis = 'cost' and breakdown = 'total'",
    )
    expect(rows).toEqual([{ smallest_part: 2 }])
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
      { indicator: 'own_contribution', breakdown: 'total', category: '', value: null },
    ])
  })
})
