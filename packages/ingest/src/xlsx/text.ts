const DAY = 86_400_000

/** What a cell holds, as its type says. */
export type CellValue = string | number | boolean | Date | null

/** A cell as the text that the same cell would be in a delimited file. */
export function textOfCell(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return textOfMoment(value)
  return typeof value === 'number' ? textOfNumber(value) : String(value).trim()
}

/** A part of a day always with three decimals or more: as 0.45 it would be taken for a quarter to one at night. */
function textOfNumber(value: number): string {
  const text = String(value)
  return value > 0 && value < 1 ? text.padEnd('0.000'.length, '0') : text
}

/**
 * A day, a time of day, or both. Excel counts days from 1900 and has no type for time: a moment before its first
 * day is a time alone. A number that is no date in a cell formatted as one is shown as Excel shows it.
 */
function textOfMoment(moment: Date): string {
  const seconds = Math.round(moment.valueOf() / 1000)
  if (Number.isNaN(seconds)) return '########'
  const [day = '', time = ''] = new Date(seconds * 1000).toISOString().split('T')
  const clock = time.slice(0, time.startsWith(':00.', 5) ? 5 : 8)
  if (moment.valueOf() < FIRST_DAY) return clock
  return (seconds * 1000) % DAY === 0 ? day : `${day} ${clock}`
}

const FIRST_DAY = Date.UTC(1900, 0, 1)

/**
 * The moment that a number of days is in a cell that shows a day or a time. Excel counts them from the last day but one
 * of 1899, as it takes 1900 for a leap year: until its 29th of February it is a day behind.
 */
export function momentOf(days: number, from1904: boolean): Date {
  const since = from1904 ? days + DAYS_TO_1904 : days
  return new Date(Date.UTC(1899, 11, 30) + (since < 60 ? since + 1 : since) * DAY)
}

const DAYS_TO_1904 = 1462
