import type { AttendanceFact } from './facts.ts'
import { compactDate } from './writing.ts'

/** What stands once in a file of attendance cards. */
export interface DakHead {
  readonly municipality: string
  readonly association: string
  readonly number: string
  /** The activity as the agreement calls it. */
  readonly activity: string
}

/**
 * Attendance cards as an association's program exports them, DAK 2.2: a card for each group, its sessions added, and registers
 * of those who were there. Names are invented; whoever has no number has the association's own id in its place.
 */
export function dakBytes(head: DakHead, attendance: readonly AttendanceFact[]): Uint8Array {
  const groups = [...Map.groupBy(attendance, ({ session }) => session)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  )
  const people = {
    ids: idsOf(attendance.map(({ person }) => person ?? '')),
    participants: peopleOf(attendance.filter(({ role }) => role === 'participant')),
    leaders: peopleOf(attendance.filter(({ role }) => role !== 'participant')),
  }
  return Buffer.from([...dakPieces(head, groups, people)].join(''))
}

/** Who stands in the registers, and the id of each in the lists. */
export interface DakPeople {
  readonly ids: Ids
  readonly participants: readonly string[]
  readonly leaders: readonly string[]
}

/** The same a card at a time, for files of any size. */
export function* dakPieces(
  head: DakHead,
  groups: Iterable<readonly [string, readonly AttendanceFact[]]>,
  { ids, participants, leaders }: DakPeople,
): Generator<string> {
  yield text([
    '<?xml version="1.0" encoding="utf-8"?>',
    '<Aktivitetskort xmlns="http://sverigesforeningssystem.se/importSchema.xsd">',
    `  <Kommun kommunID="${head.municipality}" version="2.2">`,
    `    <Foerening foereningsID="1" foereningsNamn="${head.association}" organisationsnummer="${head.number}">`,
  ])
  let card = 0
  for (const [group, facts] of groups) {
    card += 1
    yield text(cardOf(head, group, card, facts, ids))
  }
  yield text([
    '    </Foerening>',
    '  </Kommun>',
    ...register('Deltagare', participants, ids),
    ...register('Ledare', leaders, ids),
    '</Aktivitetskort>',
  ])
}

const text = (lines: readonly string[]) => lines.map((line) => `${line}\r\n`).join('')

/** Ids of the association's own, from 1001. */
export function idsOf(people: readonly string[]): Ids {
  return new Map([...new Set(people)].map((person, index) => [person, 1001 + index]))
}

const peopleOf = (facts: readonly AttendanceFact[]) => [...new Set(facts.map(({ person }) => person ?? ''))]

type Ids = ReadonlyMap<string, number>

function cardOf(
  { activity }: DakHead,
  group: string,
  card: number,
  attendance: readonly AttendanceFact[],
  ids: Ids,
): string[] {
  const sessions = [...Map.groupBy(attendance, ({ date }) => date)]
  return [
    `      <Naervarokort NaervarokortNummer="${card}">`,
    `        <Aktivitet>${activity}</Aktivitet>`,
    '        <Lokal>Tureberg</Lokal>',
    `        <NamnPaaKort>${group}</NamnPaaKort>`,
    '        <Sammankomster>',
    ...sessions.flatMap(([, facts]) => sessionOf(activity, card, facts, ids)),
    '        </Sammankomster>',
    '      </Naervarokort>',
  ]
}

function sessionOf(activity: string, card: number, facts: readonly AttendanceFact[], ids: Ids): string[] {
  const [first] = facts
  if (first === undefined) return []
  return [
    `          <Sammankomst Datum="${first.date}" kod="${compactDate(first.date)}${card}">`,
    `            <StartTid>${first.start}:00</StartTid>`,
    `            <StoppTid>${first.end}:00</StoppTid>`,
    `            <Aktivitet>${activity}</Aktivitet>`,
    '            <Lokal>Tureberg</Lokal>',
    '            <Typ>Traening</Typ>',
    '            <Metod>Add</Metod>',
    ...list(
      'Deltagar',
      'Deltagare',
      facts.filter(({ role }) => role === 'participant'),
      ids,
    ),
    ...list(
      'Ledar',
      'Ledare',
      facts.filter(({ role }) => role !== 'participant'),
      ids,
    ),
    '          </Sammankomst>',
  ]
}

function list(of: string, who: string, facts: readonly AttendanceFact[], ids: Ids): string[] {
  const marks = facts.map(
    ({ person, mark }) =>
      `              <${who} id="${ids.get(person ?? '')}"><Handikapp>false</Handikapp><Naervarande>${mark === 'present'}</Naervarande></${who}>`,
  )
  return [`            <${of}Lista>`, ...marks, `            </${of}Lista>`]
}

function register(who: 'Deltagare' | 'Ledare', people: readonly string[], ids: Ids): string[] {
  const of = who === 'Ledare' ? 'LedarRegister' : 'DeltagarRegister'
  const entries = people.map(
    (person) =>
      `    <${who} id="${ids.get(person)}"><Foernamn>Exempel</Foernamn><Efternamn>Exempelsson</Efternamn><Personnummer>${person}</Personnummer></${who}>`,
  )
  return [`  <${of}>`, ...entries, `  </${of}>`]
}
