import { addDays, monthEnd, monthOf, monthsIn } from '../days.ts'
import type { Day } from '../days.ts'
import type { FundingFact } from '../facts.ts'
import { bankDay } from '../holidays.ts'
import type { Random } from '../random.ts'
import { ESKILSTUNA_END, ESKILSTUNA_START } from './visits.ts'

const MONTHS = monthsIn(ESKILSTUNA_START, ESKILSTUNA_END)

/** A quarter of 1 686 000 and of 733 400 kronor, in öre. */
export const QUARTER = 421_500_00
const OWN_QUARTER = 183_350_00

/** December, March, June and September, in advance. */
export const PAYMENT_DAYS: readonly Day[] = MONTHS.filter((month) => monthOf(month) % 3 === 0).map((month) =>
  bankDay(addDays(month, 9)),
)

/** What the municipality paid and what the association put in: money each quarter, voluntary hours each month. */
export function dayCentreFunding(random: Random): FundingFact[] {
  const payments = PAYMENT_DAYS.map((date): FundingFact => ({
    date,
    hundredths: QUARTER,
    kind: 'payment',
    note: 'IOP dagverksamhet',
  }))
  const own = PAYMENT_DAYS.map((date): FundingFact => ({
    date,
    hundredths: OWN_QUARTER,
    kind: 'own_cash',
    note: 'Gåvor och insamling',
  }))
  const hours = MONTHS.map((month): FundingFact => ({
    date: monthEnd(month),
    hundredths: random.int(90, 160) * 100,
    kind: 'volunteer_hours',
    note: 'Volontärer i dagverksamheten',
  }))
  return [...payments, ...own, ...hours].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
