import { queryRows } from '@utfall/warehouse'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { HOURS, PROJECTS, agreementWith, countedMoney, onObject } from './example.ts'

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
