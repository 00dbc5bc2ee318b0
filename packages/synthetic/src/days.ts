/** A local date, `2025-03-01`. Days compare as text. */
export type Day = string

const MILLISECONDS = 86_400_000

const number = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / MILLISECONDS
const fromNumber = (days: number): Day => new Date(days * MILLISECONDS).toISOString().slice(0, 10)

export const addDays = (day: Day, days: number): Day => fromNumber(number(day) + days)

/** Days from one day to another; negative when the other is earlier. */
export const daysBetween = (from: Day, to: Day): number => number(to) - number(from)

/** Monday is 1, Sunday 7. 1970-01-01 was a Thursday. */
export const weekday = (day: Day): number => ((((number(day) + 3) % 7) + 7) % 7) + 1

export const yearOf = (day: Day): number => Number(day.slice(0, 4))
export const monthOf = (day: Day): number => Number(day.slice(5, 7))
/** `2025-03` */
export const monthCode = (day: Day): string => day.slice(0, 7)
/** `2025-T1` */
export const tertialCode = (day: Day): string => `${yearOf(day)}-T${Math.ceil(monthOf(day) / 4)}`

export const earliest = (a: Day, b: Day): Day => (a < b ? a : b)
export const latest = (a: Day, b: Day): Day => (a > b ? a : b)

export function eachDay(start: Day, end: Day): Day[] {
  return Array.from({ length: daysBetween(start, end) + 1 }, (_, index) => addDays(start, index))
}

/** The same day that many months later; the last of the month where the month is shorter. */
export function addMonths(day: Day, months: number): Day {
  const first = new Date(Date.UTC(yearOf(day), monthOf(day) - 1 + months, 1)).toISOString().slice(0, 10)
  return earliest(addDays(first, Number(day.slice(8)) - 1), monthEnd(first))
}

export function monthEnd(day: Day): Day {
  return new Date(Date.UTC(yearOf(day), monthOf(day), 0)).toISOString().slice(0, 10)
}

/** First days of the months that a span touches. */
export function monthsIn(start: Day, end: Day): Day[] {
  const months: Day[] = []
  for (let month = `${monthCode(start)}-01`; month <= end; month = addMonths(month, 1)) months.push(month)
  return months
}
