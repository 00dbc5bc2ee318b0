import type { Day } from '../days.ts'
import { addDays, monthEnd, monthOf, monthsIn } from '../days.ts'
import type { FundingFact } from '../facts.ts'
import { bankDay } from '../holidays.ts'
import type { Random } from '../random.ts'
import { AS_OF, SOLLENTUNA_START, isShut } from './opening.ts'

const MONTHS = monthsIn(SOLLENTUNA_START, AS_OF)

/** A quarter of 1 450 000 kronor, in öre. */
const QUARTER = 362_500_00

/** The municipality pays in advance: on the 15th of March, June, September and December, or the bank day after. */
export const PAYMENT_DAYS: readonly Day[] = MONTHS.filter((month) => monthOf(month) % 3 === 0).map((month) =>
  bankDay(addDays(month, 14)),
)

export const payments: readonly FundingFact[] = PAYMENT_DAYS.map((date, index) => ({
  date,
  hundredths: QUARTER,
  kind: 'payment',
  note: `IOP Möjligheternas Plats, del ${(index % 4) + 1} av 4`,
}))

/** What the association puts in itself: premises every month, voluntary hours, and now and then money. */
export function ownContribution(random: Random): FundingFact[] {
  return MONTHS.flatMap((month): FundingFact[] => {
    const date = monthEnd(month)
    const hours = isShut(addDays(month, 14)) ? random.int(8, 20) : random.int(55, 95)
    const half = random.chance(0.5) ? 50 : 0
    const money: FundingFact[] =
      monthOf(month) % 3 === 2
        ? [
            {
              date,
              hundredths: random.int(60, 140) * 100_00,
              kind: 'own_cash',
              note: 'Gåvor och medlemsavgifter',
            },
          ]
        : []
    return [
      { date, hundredths: 20_833_33, kind: 'in_kind', note: 'Lokal i Tureberg' },
      { date, hundredths: hours * 100 + half, kind: 'volunteer_hours', note: 'Volontärer och styrelse' },
      ...money,
    ]
  })
}
