import type { NamedPeriod } from '#lib/words/words.ts'
import type { Reading } from './reading.ts'

/** The part of a period in which the agreement was in force and that the publication can speak of. */
export function inForce<Period extends NamedPeriod>(
  period: Period,
  { publication, agreement }: Pick<Reading, 'publication' | 'agreement'>,
): Period {
  const { start, end } = agreement.period
  const last = [period.period_end, end, publication.manifest.as_of].toSorted()[0] ?? end
  return {
    ...period,
    period_start: period.period_start > start ? period.period_start : start,
    period_end: last,
  }
}
