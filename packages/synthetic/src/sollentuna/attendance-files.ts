import { monthCode, tertialCode, yearOf } from '../days.ts'
import type { Delivery, DeliveredRow, Dialect } from '../delivery.ts'
import { EXCEL, PLAIN, csvBytes } from '../delivery.ts'
import { dakBytes } from '../dak.ts'
import type { AttendanceFact, Facts, HeadcountFact } from '../facts.ts'
import type { NumberForm } from '../identity.ts'
import { compactDate, filesBy, remarksOn, writeIdentity } from '../writing.ts'
import { xlsxBytes } from '../xlsx.ts'
import { firstOctober, withBadAttendance, withBadCourseRows, withBadHeadcount } from './faults.ts'
import { AS_OF } from './opening.ts'

/** The months in which the meeting place kept its list as a workbook. */
const WORKBOOKS = new Set(['2026-05', '2026-06'])

/** The sign-in lists of the meeting place, a file a month; October 2025 twice. */
export function signInFiles(attendance: readonly AttendanceFact[]): Delivery[] {
  const header = ['Datum', 'Aktivitet', 'Deltagare', 'Pass', 'Start', 'Slut', 'Roll']
  const rows = attendance
    .filter(({ activity }) => activity === 'motesplats')
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const files = filesBy(rows, ({ date }) => monthCode(date)).map(([month, facts]) => {
    const form: NumberForm = month < '2026-01' ? 'twelve_hyphen' : 'twelve'
    return [month, facts.map((fact) => signInRow(fact, form))] as const
  })
  const deliver = (name: string, delivered: readonly DeliveredRow[]) =>
    WORKBOOKS.has(name)
      ? workbook('narvaro', 'period', name, header, delivered)
      : delivery('narvaro', 'period', name, header, delivered, PLAIN)
  return files.flatMap(([month, delivered]) =>
    month === '2025-10'
      ? [deliver(month, firstOctober(delivered)), deliver(`${month}_rattad`, delivered)]
      : [deliver(month, withBadAttendance(month, delivered))],
  )
}

const ROLES = { participant: 'Deltagare', leader: 'Ledare', volunteer: 'Volontär' }

function signInRow(fact: AttendanceFact, form: NumberForm): DeliveredRow {
  const written = fact.person === null ? (fact.birthDate ?? '') : writeIdentity(fact.person, form)
  return {
    ...meaning(fact),
    cells: [fact.date, fact.activity, written, fact.session, fact.start, fact.end, ROLES[fact.role]],
  }
}

/** The leisure groups' attendance cards, a DAK file a tertial, with a row for each mark. */
export function leisureFiles({ agreement, attendance }: Facts): Delivery[] {
  const activity = agreement.activities.find(({ id }) => id === 'aktiv-fritid')?.name ?? ''
  const head = {
    municipality: agreement.municipality.code,
    association: agreement.association.name,
    number: '000000-0000',
    activity,
  }
  const facts = attendance
    .filter((fact) => fact.activity === 'aktiv-fritid')
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  return filesBy(facts, ({ date }) => tertialCode(date)).map(([tertial, marks]) => ({
    source: 'fritid',
    replaces: 'period',
    file: `fritid/${tertialName(tertial)}.xml`,
    bytes: dakBytes(head, marks),
    rows: marks.map((fact) => ({ ...meaning(fact), cells: [] })),
  }))
}

/** The course leaders' own sheet, a file a term. */
export function courseFiles(attendance: readonly AttendanceFact[]): Delivery[] {
  const header = ['Datum', 'Insats', 'Kurstillfälle', 'Vem', 'Från', 'Till', 'Med', 'Roll']
  const marks = { present: 'Ja', absent: 'Nej', excused: 'Anmält förhinder' }
  const rows = attendance.filter(({ activity }) => activity === 'sjalvledarskap')
  return filesBy(rows, ({ date }) => termCode(date)).map(([term, facts]) => {
    const delivered = facts.map((fact) => ({
      ...meaning(fact),
      cells: [
        fact.date,
        'Självledarskap',
        fact.session,
        writeIdentity(fact.person ?? '', 'ten_hyphen'),
        fact.start,
        fact.end,
        marks[fact.mark],
        fact.role === 'leader' ? 'L' : 'D',
      ],
    }))
    return delivery('kurser', 'rows', term, header, withBadCourseRows(term, delivered), EXCEL)
  })
}

/** The guides' diary, a file a tertial, the last one as far as it has come: minutes, no times of day. */
export function guidanceFiles(attendance: readonly AttendanceFact[]): Delivery[] {
  const header = ['Dag', 'Verksamhet', 'Person', 'Tillfälle', 'Minuter', 'Närvaro']
  const rows = attendance.filter(({ activity }) => activity === 'karriarvagledning')
  return filesBy(rows, ({ date }) => tertialCode(date)).map(([tertial, facts]) => {
    const delivered = facts.map((fact) => ({
      ...meaning(fact),
      cells: [
        compactDate(fact.date),
        fact.activity,
        writeIdentity(fact.person ?? '', 'twelve'),
        fact.session,
        String(fact.minutes),
        fact.mark === 'present' ? 'Kom' : 'Uteblev',
      ],
    }))
    return delivery('vagledning', 'period', tertialName(tertial), header, delivered, PLAIN)
  })
}

/** A tertial that is not over is named for the months that it has come to. */
const tertialName = (tertial: string): string =>
  tertial === tertialCode(AS_OF) ? `2026-09--${AS_OF.slice(0, 7)}` : tertial

/** The counts at the door, a file a month; the last week of May 2025 came late. */
export function doorCountFiles(headcount: readonly HeadcountFact[]): Delivery[] {
  const header = ['Datum', 'Aktivitet', 'Antal besök', 'Start', 'Slut', 'Kön']
  const genders = { woman: 'Tjejer', man: 'Killar', other: '', unknown: '' }
  return filesBy(headcount, (fact) => monthCode(fact.date) + (isLate(fact) ? '_sista_veckan' : '')).map(
    ([name, facts]) => {
      const delivered = facts.map((fact) => ({
        cells: [
          fact.date,
          fact.activity,
          String(fact.count),
          fact.start,
          fact.end,
          fact.gender === null ? '' : genders[fact.gender],
        ],
        key: JSON.stringify([fact.date, fact.activity, fact.start, fact.gender]),
        content: JSON.stringify([fact.count, fact.end]),
        date: fact.date,
      }))
      return delivery('besok', 'rows', name, header, withBadHeadcount(name, delivered), PLAIN)
    },
  )
}

const isLate = ({ date }: HeadcountFact): boolean => date >= '2025-05-26' && date <= '2025-05-31'

/** One CSV file of a source. */
export const delivery = (
  source: string,
  replaces: Delivery['replaces'],
  name: string,
  header: readonly string[],
  rows: readonly DeliveredRow[],
  dialect: Dialect,
): Delivery => ({
  source,
  replaces,
  file: `${source}/${name}.csv`,
  bytes: csvBytes(
    header,
    rows.map(({ cells }) => cells),
    dialect,
  ),
  rows,
})

/** One workbook of a source, its rows on a sheet with Excel's own name. */
const workbook = (
  source: string,
  replaces: Delivery['replaces'],
  name: string,
  header: readonly string[],
  rows: readonly DeliveredRow[],
): Delivery => ({
  source,
  replaces,
  file: `${source}/${name}.xlsx`,
  bytes: xlsxBytes('Blad1', [header, ...rows.map(({ cells }) => cells)]),
  rows,
})

function meaning(fact: AttendanceFact): Omit<DeliveredRow, 'cells'> {
  const { date, activity, person, birthDate, session, start, role, end, minutes, mark } = fact
  return {
    key: JSON.stringify([date, activity, person ?? birthDate, session, start, role]),
    content: JSON.stringify([end, minutes, mark]),
    date,
    remarks: person === null ? ['birth_date_only'] : remarksOn(person),
  }
}

/** `2025-var`, `2025-host` */
export const termCode = (day: string): string => `${yearOf(day)}-${day.slice(5) < '07-01' ? 'var' : 'host'}`
