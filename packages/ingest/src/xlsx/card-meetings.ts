import { cellAt } from './card-layout.ts'
import type { CardLayout } from './card-layout.ts'
import type { SheetRow } from './sheet.ts'

/** A column of a card. */
export interface Meeting {
  /** From 0. */
  readonly column: number
  /** ISO where the card has a month and a day, otherwise as written. */
  readonly date: string
  readonly start: string
  readonly end: string
  /** What the meeting is called: an activity, or anything. */
  readonly name: string
}

/** What stands above the sums to the right of the meetings. */
const SUMS = /pojkar|flickor|deltagar|medlem|ålder|summa|\d-\d/i

/** The columns of meetings, to the sums or to where the card ends, whether they are filled in or not. */
export function meetingsOf(rows: readonly SheetRow[], layout: CardLayout, year: string): Meeting[] {
  const meetings: Meeting[] = []
  for (let column = layout.firstMeeting; column < widthOf(rows); column += 1) {
    const at = (line: number) => cellAt(rows, line, column)
    if ([layout.month, layout.day, layout.firstPerson - 1].some((line) => SUMS.test(at(line)))) break
    meetings.push({
      column,
      date: dateOf(year, at(layout.month), at(layout.day)),
      start: timeOf(at(layout.start)),
      end: timeOf(at(layout.end)),
      name: at(layout.name),
    })
  }
  return meetings
}

const widthOf = (rows: readonly SheetRow[]) => Math.max(0, ...rows.map(({ cells }) => cells.length))

/** Some fill in the whole day, where only its number is asked for. */
function dateOf(year: string, month: string, day: string): string {
  const whole = [day, month].find((text) => /^\d{4}-\d\d-\d\d/.test(text))
  if (whole !== undefined) return whole.slice(0, 10)
  if (month === '' && day === '') return ''
  const isNumber = [month, day].every((text) => /^\d{1,2}$/.test(text))
  return isNumber ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : `${day}/${month} ${year}`
}

/** A card asks for the hour only. */
function timeOf(written: string): string {
  return /^\d{1,2}$/.test(written) ? `${written.padStart(2, '0')}:00` : written
}
