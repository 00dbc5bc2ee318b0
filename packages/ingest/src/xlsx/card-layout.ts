import { foldHeader } from '@utfall/contracts'
import type { SheetRow } from './sheet.ts'

/** Where a municipality's attendance card has what. Rows are counted from 1, columns from 0 (A). */
export interface CardLayout {
  readonly municipality: string
  readonly firstMeeting: number
  /** Rows of the meetings. */
  readonly name: number
  readonly start: number
  readonly end: number
  readonly month: number
  readonly day: number
  readonly firstPerson: number
  /** Columns of the persons; a leader's row says so in the first of them. */
  readonly person: number
  readonly gender: number
  readonly district: number
  readonly born: number
  /** Cells of the card itself as row and column; several: the first that holds anything. */
  readonly year: readonly Cell[]
  readonly number: readonly Cell[]
  readonly group: readonly Cell[]
  readonly activity: readonly Cell[]
}

type Cell = readonly [row: number, column: number]

const LAYOUTS: readonly CardLayout[] = [
  {
    municipality: 'Göteborg',
    firstMeeting: 10,
    name: 2,
    start: 7,
    end: 9,
    month: 10,
    day: 11,
    firstPerson: 13,
    person: 1,
    gender: 7,
    district: 8,
    born: 9,
    year: [[1, 8]],
    number: [[1, 4]],
    group: [
      [2, 3],
      [2, 2],
    ],
    activity: [
      [3, 3],
      [3, 2],
    ],
  },
  {
    municipality: 'Stockholm',
    firstMeeting: 6,
    name: 4,
    start: 10,
    end: 11,
    month: 12,
    day: 13,
    firstPerson: 15,
    person: 1,
    gender: 3,
    district: 4,
    born: 5,
    year: [
      [1, 35],
      [1, 3],
    ],
    number: [[1, 0]],
    group: [[5, 2]],
    activity: [[5, 0]],
  },
]

/** The layout whose labels stand where they must: month and day to the left of the meetings, the post code below. */
export function layoutIn(rows: readonly SheetRow[]): CardLayout | undefined {
  return LAYOUTS.find(
    ({ month, day, firstPerson, firstMeeting, district }) =>
      labelled(rows, month, firstMeeting, 'manad') &&
      labelled(rows, day, firstMeeting, 'dag') &&
      foldHeader(cellAt(rows, firstPerson - 1, district)) === 'postnr',
  )
}

function labelled(rows: readonly SheetRow[], line: number, before: number, label: string): boolean {
  return rowAt(rows, line)
    .slice(0, before)
    .some((cell) => foldHeader(cell).replace(':', '') === label)
}

export function cellAt(rows: readonly SheetRow[], line: number, column: number): string {
  return rowAt(rows, line)[column] ?? ''
}

/** The first of some cells that holds anything; empty where none does. */
export function firstOf(rows: readonly SheetRow[], cells: readonly Cell[]): string {
  return cells.map(([line, column]) => cellAt(rows, line, column)).find((text) => text !== '') ?? ''
}

function rowAt(rows: readonly SheetRow[], line: number): readonly string[] {
  return rows.find((row) => row.line === line)?.cells ?? []
}
