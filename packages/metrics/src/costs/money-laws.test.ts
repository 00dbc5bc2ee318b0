import fc from 'fast-check'
import { queryRows } from '@utfall/warehouse'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { HOURS, PROJECTS, agreementWith, countedMoney, onObject } from './example.ts'

const day = fc
  .date({ min: new Date('2025-03-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const kronor = fc.integer({ min: -1e9, max: 1e10 }).map((ore) => (ore / 100).toFixed(2))
/** On an activity's project, a shared one, or another agreement's; income and interest too. */
const booked = fc
  .tuple(
    day,
    kronor,
    fc.constantFrom('3010', '3987', '5010', '7010', '8410'),
    fc.constantFrom('100', '110', '190', '200'),
  )
  .map(([date, amount, account, object]) => `'${date}', ${amount}, '${account}', ${onObject(object)}`)
const given = fc
  .tuple(day, kronor, fc.constantFrom('payment', 'own_cash', 'in_kind', 'volunteer_hours'))
  .map(([date, amount, kind]) => `'${date}', ${amount}, '${kind}', null`)

const sum = (...parts: readonly bigint[]) => parts.reduce((all, each) => all + each, 0n)

const Row = z.object({ period: z.string(), item: z.string(), activity: z.string(), ore: z.coerce.bigint() })

it('parts of money sum to their whole to the öre, by activity, by kind and over a year, whatever was booked', async () => {
  const agreement = agreementWith({
    costs: { ...PROJECTS.costs, shared: { basis: 'fixed', shares: { hus: 2, kurs: 1, fritid: 4 } } },
  })
  const lists = fc.record({
    ledger: fc.array(booked, { minLength: 40, maxLength: 80 }),
    funding: fc.array(given, { minLength: 20, maxLength: 40 }),
  })
  const laws = fc.asyncProperty(lists, async (world) => {
    const connection = await countedMoney([agreement], '2026-12-31', {
      ...world,
      booked: ['2025-01-01', '2026-12-31'],
      counted: HOURS,
    })
    const rows = await queryRows(
      connection,
      Row,
      `select period.period, item, coalesce(activity, '') as activity, (amount * 100)::hugeint::varchar as ore
      from money join period using (period_id)
      where amount is not null`,
    )
    const at = new Map(rows.map(({ period, item, activity, ore }) => [`${period} ${item} ${activity}`, ore]))
    const ore = (period: string, item: string, activity = '') => at.get(`${period} ${item} ${activity}`) ?? 0n
    for (const period of ['2025', '2025-T2', '2026', '1', '2', 'all']) {
      expect(sum(ore(period, 'cost_direct'), ore(period, 'cost_shared'))).toBe(ore(period, 'cost'))
      for (const item of ['cost', 'cost_direct', 'cost_shared']) {
        const parts = ['hus', 'kurs', 'fritid'].map((activity) => ore(period, item, activity))
        expect([period, item, sum(...parts)]).toEqual([period, item, ore(period, item)])
      }
      const own = ['own_cash', 'in_kind', 'volunteer_value'].map((item) => ore(period, item))
      expect(sum(...own)).toBe(ore(period, 'own_contribution'))
    }
    for (const item of [
      'cost',
      'cost_direct',
      'cost_shared',
      'funding_paid',
      'own_contribution',
      'volunteer_hours',
    ]) {
      const of = (...periods: readonly string[]) => sum(...periods.map((period) => ore(period, item)))
      expect([item, of('2025-T1', '2025-T2', '2025-T3')]).toEqual([item, of('2025')])
      expect([item, of('2025', '2026')]).toEqual([item, of('all')])
      expect([item, of('1', '2')]).toEqual([item, of('all')])
    }
    expect(ore('all', 'cost')).not.toBe(0n)
  })
  await fc.assert(laws, { numRuns: 4, endOnFailure: true })
})
