import { queryRows } from '@utfall/warehouse'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { agreementWith, countedMoney, itemsOf } from './example.ts'

const yearly = (...amounts: number[]) => ({
  funding: amounts.map((amount, index) => ({ year: index + 1, amount, source: 'municipality' as const })),
})

describe('what is awarded', () => {
  it('accrues by day', async () => {
    const agreement = agreementWith(yearly(1_450_000, 1_450_000, 1_450_000))
    const connection = await countedMoney([agreement], '2026-10-31')
    const awarded = async (period: string) => (await itemsOf(connection, period)).funding_awarded
    // by hand: 1 450 000 · 306/365; the thirds are 61, 123 and 122 days of it
    expect(await awarded('2025')).toBe(1_215_616.44)
    expect(await awarded('2025-T1')).toBe(242_328.77)
    expect(await awarded('2025-T2')).toBe(488_630.14)
    expect(await awarded('2025-T3')).toBe(484_657.53)
    expect(await awarded('1')).toBe(1_450_000)
    // to the publication's day: 245 of the second year's 365 days
    expect(await awarded('2')).toBe(973_287.67)
    expect(await awarded('all')).toBe(2_423_287.67)
  })

  it('knows a leap year', async () => {
    const agreement = agreementWith(yearly(1_450_000, 1_450_000, 1_450_000))
    const connection = await countedMoney([agreement], '2028-12-31')
    // 59 days of 365 left of the second year, and 306 days of 366 of the third
    expect(await itemsOf(connection, '2027')).toMatchObject({ funding_awarded: 1_446_678.64 })
    expect(await itemsOf(connection, 'all')).toMatchObject({ funding_awarded: 4_350_000 })
  })

  it('accrues a whole award in a last year that is cut short', async () => {
    const agreement = agreementWith({
      ...yearly(1000, 500),
      period: { start: '2025-07-01', end: '2026-12-31' },
    })
    const connection = await countedMoney([agreement], '2027-01-31')
    expect(await itemsOf(connection, '2')).toMatchObject({ funding_awarded: 500 })
    expect(await itemsOf(connection, 'all')).toMatchObject({ funding_awarded: 1500 })
  })

  it('of the association stands apart, cash and the rest, and accrues alike', async () => {
    const agreement = agreementWith({
      funding: [
        { year: 1, amount: 365_000, source: 'association', kind: 'in_kind' },
        { year: 1, amount: 36_500, source: 'association' },
        { year: 2, amount: 73_000, source: 'association' },
      ],
    })
    const connection = await countedMoney([agreement], '2026-03-10')
    expect(await itemsOf(connection, '2025')).toMatchObject({
      funding_awarded: 'not_computable',
      own_cash_agreed: 30_600, // 306 of the year's 365 days
      in_kind_agreed: 306_000,
      own_contribution_agreed: 336_600,
    })
    expect(await itemsOf(connection, '2')).toMatchObject({
      own_cash_agreed: 2_000, // ten days
      in_kind_agreed: 0,
      own_contribution_agreed: 2_000,
    })
    expect(await itemsOf(connection, 'all')).toMatchObject({ own_contribution_agreed: 403_500 })
    const without = await countedMoney([agreementWith(yearly(1000))], '2025-12-31')
    expect(await itemsOf(without, '2025')).toMatchObject({
      own_cash_agreed: 'not_computable',
      own_contribution_agreed: 'not_computable',
    })
  })

  it('is whole over agreement years, and within half an öre a period over others, whatever the days and amounts', async () => {
    const anAgreement = fc.record({
      start: fc.date({ min: new Date('2015-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
      days: fc.integer({ min: 1, max: 1800 }),
      ore: fc.array(fc.integer({ min: 0, max: 1e12 }), { minLength: 6, maxLength: 6 }),
      part_of_year: fc.constantFrom('tertial' as const, 'quarter' as const, 'half' as const),
    })
    const sums = fc.asyncProperty(fc.array(anAgreement, { minLength: 30, maxLength: 30 }), async (drawn) => {
      const agreements = drawn.map(({ start, days, ore, part_of_year }, index) => ({
        ...agreementWith({
          ...yearly(...ore.map((each) => each / 100)),
          period: { start: day(start, 0), end: day(start, days) },
          reporting: { part_of_year },
        }),
        id: `prov-${index}`,
      }))
      const connection = await countedMoney(agreements, '2040-12-31')
      const rows = await queryRows(
        connection,
        z.object({
          agreement: z.string(),
          period_type: z.string(),
          ore: z.string(),
          periods: z.coerce.number(),
        }),
        `select agreement, period_type, (sum(amount::decimal(38, 2)) * 100)::hugeint::varchar as ore, count(*) as periods
        from cost_item where item = 'funding_awarded' group by all`,
      )
      const wholes = rows.filter(({ period_type }) => period_type === 'agreement')
      expect(wholes).toHaveLength(30)
      for (const { agreement, period_type, ore, periods } of rows) {
        const whole = wholes.find((each) => each.agreement === agreement)
        const off = Math.abs(Number(BigInt(ore) - BigInt(whole?.ore ?? '0')))
        expect(off).toBeLessThanOrEqual(period_type === 'agreement_year' ? 0 : periods / 2)
      }
    })
    await fc.assert(sums, { numRuns: 4, endOnFailure: true })
  })
})

const day = (start: Date, days: number) =>
  new Date(start.getTime() + days * 86_400_000).toISOString().slice(0, 10)
