import type { ResultRow } from '@utfall/contracts'

/** The breakdowns that are shown as figures of their own. */
export const SHOWN_BREAKDOWNS = ['activity', 'gender', 'age_group', 'district'] as const
export type ShownBreakdown = (typeof SHOWN_BREAKDOWNS)[number]

export type PeriodType = ResultRow['period_type']

/** Whether the figure stands as it was last shown, since what has changed is too small to be shown. */
export const correctionWaits = ({ note }: Pick<ResultRow, 'note'>): boolean => note === 'correction_waits'

const isTotal = (row: ResultRow): boolean => row.breakdown === 'total'

/** The figure over the whole agreement so far; of one cost basis where the indicator has bases. */
export function headline(rows: readonly ResultRow[], basis = ''): ResultRow | undefined {
  return rows.find((row) => row.period_type === 'agreement' && isTotal(row) && row.basis === basis)
}

/** The same; where it is withheld, that of the latest whole year that is shown. */
export const headlineOrYear = (rows: readonly ResultRow[]): ResultRow | undefined =>
  [
    headline(rows),
    ...(['agreement_year', 'year'] as const).flatMap((type) =>
      overTime(rows, type)
        .filter(({ complete }) => complete)
        .toReversed(),
    ),
  ].find((row) => row?.status === 'ok' && row.value !== null)

/** Totals over the periods of one type, in order of time. */
export function overTime(rows: readonly ResultRow[], type: PeriodType, basis = ''): ResultRow[] {
  return rows
    .filter((row) => row.period_type === type && isTotal(row) && row.basis === basis)
    .toSorted((a, b) => a.period_start.localeCompare(b.period_start))
}

/** The figure of a period and that of the same months a year before. */
export interface Comparison {
  readonly now: ResultRow
  readonly before: ResultRow
}

/**
 * The latest complete part of a year that has the same part a year before it, both wholly inside the
 * agreement: a part that begins before it or ends after it is no fair measure, nor is one by another definition.
 */
export function sameTimeLastYear(
  rows: readonly ResultRow[],
  type: PeriodType,
  inside: { readonly start: string; readonly end: string },
  basis = '',
): Comparison | undefined {
  const parts = overTime(rows, type, basis).filter(
    (row) => row.complete && row.period_start >= inside.start && row.period_end <= inside.end,
  )
  const now = parts.at(-1)
  const before = parts.find(
    (row) =>
      row.definition_version === now?.definition_version &&
      row.period_start === aYearBefore(now.period_start),
  )
  return now && before && { now, before }
}

const aYearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`

/** The latest complete year, of the calendar or the agreement, that is broken down. */
export function latestBrokenDown(rows: readonly ResultRow[]): ResultRow | undefined {
  return rows
    .filter((row) => row.complete && !isTotal(row))
    .filter(({ period_type }) => period_type === 'year' || period_type === 'agreement_year')
    .toSorted((a, b) => a.period_end.localeCompare(b.period_end))
    .at(-1)
}

/** The cells of one breakdown in the period of `like`. */
export function groups(rows: readonly ResultRow[], breakdown: ShownBreakdown, like: ResultRow): ResultRow[] {
  return rows.filter(
    (row) =>
      row.breakdown === breakdown &&
      row.basis === '' &&
      row.period_type === like.period_type &&
      row.period === like.period,
  )
}

/** Whether two figures' intervals overlap, so that chance alone may have made the difference. */
export function intervalsOverlap(a: ResultRow, b: ResultRow): boolean {
  if (a.ci_low === null || a.ci_high === null || b.ci_low === null || b.ci_high === null) return false
  return a.ci_low <= b.ci_high && b.ci_low <= a.ci_high
}
