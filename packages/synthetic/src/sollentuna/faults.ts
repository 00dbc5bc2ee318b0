import { faultyRow } from '../delivery.ts'
import type { DeliveredRow, RowRemark } from '../delivery.ts'
import { testNumber, writeNumber } from '../identity.ts'

const evening = (date: string, activity: string, person: string) => [
  date,
  activity,
  person,
  '',
  '17:00',
  '21:00',
  'Deltagare',
]

/** What slipped into the sign-in lists, month by month. */
export function withBadAttendance(month: string, rows: readonly DeliveredRow[]): DeliveredRow[] {
  const [first] = rows
  switch (month) {
    case '2025-04':
      return [...rows, faultyRow('not_a_date', evening('2025-04-31', 'motesplats', 'MP-1003'))]
    case '2025-06':
      return [
        ...rows,
        faultyRow('unknown_activity', evening('2025-06-05', 'ungdomscafe', 'MP-1004')),
        faultyRow('missing_value', evening('2025-06-06', '', 'MP-1004')),
      ]
    case '2026-02':
      return [
        ...rows,
        ...(first ? [first] : []),
        faultyRow('future_date', evening('2062-02-12', 'motesplats', 'MP-1005')),
      ]
    default:
      return [...rows]
  }
}

/**
 * October 2025 as it was first sent: one evening is missing, some dates are impossible, some people left earlier
 * than they did and two are there who were not.
 */
export function firstOctober(rows: readonly DeliveredRow[]): DeliveredRow[] {
  const missing = '2025-10-16'
  const kept = rows.filter(({ date }) => date !== missing)
  const sent = kept.map((row, index): DeliveredRow => {
    if (index % 50 === 20)
      return { ...row, cells: ['2025-13-07', ...row.cells.slice(1)], date: null, error: 'not_a_date' }
    if (index % 50 === 30) return { ...row, cells: row.cells.with(5, '20:15'), content: 'ends at 20:15' }
    return row
  })
  const strangers = ['MP-9101', 'MP-9102'].map((id) => ({
    cells: evening('2025-10-22', 'motesplats', id),
    key: `stranger ${id}`,
    content: '',
    date: '2025-10-22',
  }))
  return [...sent, ...strangers]
}

export function withBadCourseRows(term: string, rows: readonly DeliveredRow[]): DeliveredRow[] {
  if (term !== '2025-host') return [...rows]
  const cells = ['2025-10-06', 'Självledarskap', 'SL-25H-A', 'MP-9103', '17:30', '20:00', 'Sjuk', 'D']
  return [...rows, faultyRow('unknown_code', cells)]
}

export function withBadHeadcount(month: string, rows: readonly DeliveredRow[]): DeliveredRow[] {
  if (month !== '2025-09') return [...rows]
  return [...rows, faultyRow('negative_count', ['2025-09-28', 'motesplats', '-3', '17:00', '21:00', ''])]
}

export function withBadRegistration(month: string, rows: readonly DeliveredRow[]): DeliveredRow[] {
  if (month !== '2025-11') return [...rows]
  return [...rows, faultyRow('impossible_birth_year', ['MP-9104', '1873', 'Kille', 'Viby'])]
}

export function withBadSurvey(term: string, rows: readonly DeliveredRow[]): DeliveredRow[] {
  if (term !== '2026-var') return [...rows]
  const items = ['3', '2', '5', '3', '3', '2', '4', '3', '3', '2']
  return [...rows, faultyRow('outside_scale', ['MP-9105', '2026-02-03', 'Start', 's-gse', ...items, ''])]
}

/** One stay ends before it starts, in one list; another, new in its list, ends for a reason that no one has named. */
export function withBadEngagements(month: string, rows: readonly DeliveredRow[]): DeliveredRow[] {
  if (month === '2025-12') {
    const cells = ['MP-9106', '', '2025-11-10', '2025-10-01', 'Avbrutit', 'Skolan', 'Studier']
    return [...rows, faultyRow('end_before_start', cells)]
  }
  if (month !== '2025-10') return [...rows]
  const ended = rows.findIndex(({ date, cells }) => (date ?? '') >= '2025-09-01' && cells[4] !== '')
  return rows.map((row, index) =>
    index === ended ? { ...row, cells: row.cells.with(4, 'Hoppade av'), error: 'unknown_code' } : row,
  )
}

/** Somebody wrote whom a young person lives with, and that person's number. */
export function withNumberInText(tertial: string, rows: readonly DeliveredRow[]): DeliveredRow[] {
  if (tertial !== '2025-T3') return [...rows]
  const number = writeNumber(testNumber('1999-05-17', 'woman'), 'twelve_hyphen')
  const cells = ['MP-1004', '2025-10-14', 'housing', `hos syster ${number}`, 'update', 'staff']
  const remarks: readonly RowRemark[] = ['identity_in_text']
  return [...rows, { cells, key: 'number in text', content: '', date: '2025-10-14', remarks }]
}
