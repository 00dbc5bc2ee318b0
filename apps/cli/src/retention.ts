import type { Agreement } from '@utfall/contracts'

/** The last day that rows about people may be kept, or null where the agreement says nothing of it. */
export function keptUntil({ period, retention }: Agreement): string | null {
  return retention === undefined ? null : monthsAfter(period.end, retention.person_rows_months)
}

/** Whether rows about people should be gone by now. */
export function isOverdue(agreement: Agreement, now: Date): boolean {
  const last = keptUntil(agreement)
  return last !== null && now.toISOString().slice(0, 10) > last
}

/** The same day of the month so many months later, or the last of that month where it has no such day. */
function monthsAfter(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0))
  lastOfMonth.setUTCDate(Math.min(day, lastOfMonth.getUTCDate()))
  return lastOfMonth.toISOString().slice(0, 10)
}
