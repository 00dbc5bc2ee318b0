import { queryRows } from '@utfall/warehouse'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { PROJECTS, agreementWith, countedMoney, itemsOf, onObject } from './example.ts'

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
