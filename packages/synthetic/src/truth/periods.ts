import type { Agreement } from '@utfall/contracts'
import { addDays, addMonths, earliest, yearOf } from '../days.ts'
import type { Day } from '../days.ts'

export interface Period {
  readonly type: 'year' | 'tertial' | 'agreement_year' | 'agreement'
  readonly code: string
  readonly start: Day
  /** The last day that counts: the period's own, the agreement's, or the day that the publication speaks of. */
  readonly end: Day
}

/** Every period that has begun, of an agreement that reports by tertial. */
export function periodsOf({ period }: Agreement, asOf: Day): Period[] {
  const last = earliest(period.end, asOf)
  const years = Array.from(
    { length: yearOf(last) - yearOf(period.start) + 1 },
    (_, index) => yearOf(period.start) + index,
  )
  const calendar = years.map((year): Period => ({
    type: 'year',
    code: String(year),
    start: `${year}-01-01`,
    end: `${year}-12-31`,
  }))
  const tertials = years.flatMap((year) =>
    ['04-30', '08-31', '12-31'].map((end, index): Period => ({
      type: 'tertial',
      code: `${year}-T${index + 1}`,
      start: `${year}-${String(index * 4 + 1).padStart(2, '0')}-01`,
      end: `${year}-${end}`,
    })),
  )
  const agreementYears = [1, 2, 3].map((year): Period => ({
    type: 'agreement_year',
    code: String(year),
    ...agreementYear(period.start, year),
  }))
  const whole: Period = { type: 'agreement', code: 'all', start: period.start, end: last }
  return [...calendar, ...tertials, ...agreementYears, whole]
    .filter(({ start, end }) => start <= last && end >= period.start)
    .map((each) => ({ ...each, end: earliest(each.end, last) }))
}

/** Agreement years are counted from 1. */
export function agreementYear(start: Day, year: number): { start: Day; end: Day } {
  return { start: addMonths(start, 12 * (year - 1)), end: addDays(addMonths(start, 12 * year), -1) }
}
