import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { firstOf } from './card-layout.ts'
import type { CardLayout } from './card-layout.ts'
import { meetingsOf } from './card-meetings.ts'
import type { Meeting } from './card-meetings.ts'
import type { SheetRow } from './sheet.ts'

/** An attendance card without its persons. */
export interface Card {
  readonly layout: CardLayout
  readonly year: string
  /** What tells this card from others: its number and half-year. */
  readonly key: string
  readonly activity: string
  readonly meetings: readonly Meeting[]
}

/** Reads what stands above the persons; null where neither the card nor the file's name tells the year. */
export function cardIn(rows: readonly SheetRow[], layout: CardLayout, file: string): Card | null {
  const year = yearOf(firstOf(rows, layout.year)) ?? yearIn(basename(file))
  if (year === undefined) return null
  const meetings = meetingsOf(rows, layout, year)
  const spring = meetings.every(({ date }) => date === '' || date.slice(5, 7) < '07')
  const number = numberOf(rows, layout) ?? digest(firstOf(rows, layout.group) || basename(file))
  return {
    layout,
    year,
    key: `${number} ${spring ? 'VT' : 'HT'}${year}`,
    activity: firstOf(rows, layout.activity),
    meetings,
  }
}

/** Field → what the card calls it. The order is that of the texts of a mark. */
export const CARD_HEADERS = {
  date: 'månad och dag',
  activity: 'verksamhet',
  participant: 'plats på kortet',
  session: 'kolumn',
  start_time: 'började',
  end_time: 'slutade',
  attendance: 'närvaro',
  role: 'ledare',
  birth_year: 'födelsedata',
  gender: 'kön',
  district: 'postnr',
}

/** One mark on a card: its column from 0, and its texts for the fields of `CARD_HEADERS`. */
interface Mark {
  readonly column: number
  readonly texts: readonly string[]
}

/** The marks on a person's row. Names are left where they are; who has no identity number is known by the place. */
export function marksOf(
  card: Card,
  { line, cells }: SheetRow,
  activityOf: (names: string[]) => string,
): Mark[] {
  const { layout, key, meetings } = card
  const at = (column: number) => cells[column] ?? ''
  const born = at(layout.born)
  const identified = isIdentityNumber(born)
  const participant = identified ? born : `kort ${key} rad ${line}`
  const birthYear = identified ? '' : birthYearOf(born, card.year)
  const person = [
    roleOf(at(layout.person)),
    birthYear,
    genderOf(at(layout.gender)),
    districtOf(at(layout.district)),
  ]
  return meetings
    .filter(({ column }) => at(column) !== '')
    .map(({ column, date, start, end, name }) => ({
      column,
      texts: [
        date,
        activityOf([name, card.activity]),
        participant,
        `${key} ${letterOf(column)}`,
        start,
        end,
        /^[1x]$/i.test(at(column)) ? 'present' : at(column),
        ...person,
      ],
    }))
}

/** Below the persons a card has its sums. */
export function isBelowPersons({ cells }: SheetRow, { firstMeeting }: CardLayout): boolean {
  return /\p{L}/u.test(cells[0] ?? '') || cells.slice(0, firstMeeting).some((cell) => /^summa/i.test(cell))
}

/** Whether the card knows a person on this row by more than the place. */
export function isIdentified({ cells }: SheetRow, { born }: CardLayout): boolean {
  return isIdentityNumber(cells[born] ?? '')
}

/** The number on a person's row, and the parts of the name: both stay where numbers are compared by their names. */
export function whoIn({ cells }: SheetRow, { person, gender, born }: CardLayout): [string, ...string[]] {
  return [cells[born] ?? '', ...cells.slice(person, gender)]
}

const isIdentityNumber = (text: string) => /^(?:\d{6}|\d{8})[A-Z\d]\d{3}$/i.test(text.replace(/[\s+.-]/g, ''))

/** `2025`, or the half-year as `VT-25`. */
function yearOf(text: string): string | undefined {
  return yearIn(text) ?? /^[VH]T[- ]?(\d\d)$/i.exec(text)?.[1]?.padStart(4, '20')
}

const yearIn = (text: string) => /(?<!\d)20\d\d(?!\d)/.exec(text)?.[0]

/** Undefined where nobody has filled it in: the templates have a zero. */
function numberOf(rows: readonly SheetRow[], { number }: CardLayout): string | undefined {
  const written = firstOf(rows, number).replace(/^närvarokort\s+nr:?\s*/i, '')
  return written === '' || written === '0' ? undefined : written
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8)

/** The year alone, of a day, a year, or six digits: in those the person is born before the card was written. */
function birthYearOf(written: string, year: string): string {
  const [, short] = /^(\d\d)\d{4}$/.exec(written) ?? []
  if (short !== undefined) return `20${short}` <= year ? `20${short}` : `19${short}`
  if (/^\d{8}$|^\d{4}-\d\d-\d\d$/.test(written)) return written.slice(0, 4)
  return written === '?' ? '' : written
}

/** A card asks for K or M. What else a sender writes is for the source's codes to tell. */
function genderOf(written: string): string {
  if (/^k$/i.test(written)) return 'woman'
  if (/^m$/i.test(written)) return 'man'
  return written === '?' ? '' : written
}

const districtOf = (written: string) => written.replace(/\s/g, '')
const roleOf = (written: string) => (/^ledare\b/i.test(written) ? 'leader' : 'participant')

/** `K` of 10, `AA` of 26. */
function letterOf(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26))
  return column < 26 ? last : `${letterOf(Math.floor(column / 26) - 1)}${last}`
}
