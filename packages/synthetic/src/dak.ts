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
  const ids = new Map(
    [...new Set(attendance.map(({ person }) => person ?? ''))].map((person, index) => [person, 1001 + index]),
  )
  const groups = [...Map.groupBy(attendance, ({ session }) => session)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  )
  const cards = groups.map(([group, facts], index) => cardOf(head, group, index + 1, facts, ids))
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<Aktivitetskort xmlns="http://sverigesforeningssystem.se/importSchema.xsd">',
    `  <Kommun kommunID="${head.municipality}" version="2.2">`,
    `    <Foerening foereningsID="1" foereningsNamn="${head.association}" organisationsnummer="${head.number}">`,
    ...cards.flat(),
    '    </Foerening>',
    '  </Kommun>',
    ...register(
      'Deltagare',
      attendance.filter(({ role }) => role === 'participant'),
      ids,
    ),
    ...register(
      'Ledare',
      attendance.filter(({ role }) => role !== 'participant'),
      ids,
    ),
    '</Aktivitetskort>',
    '',
  ]
  return Buffer.from(lines.join('\r\n'))
}

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

function register(who: 'Deltagare' | 'Ledare', facts: readonly AttendanceFact[], ids: Ids): string[] {
  const people = [...new Set(facts.map(({ person }) => person ?? ''))]
  const of = who === 'Ledare' ? 'LedarRegister' : 'DeltagarRegister'
  const entries = people.map(
    (person) =>
      `    <${who} id="${ids.get(person)}"><Foernamn>Exempel</Foernamn><Efternamn>Exempelsson</Efternamn><Personnummer>${person}</Personnummer></${who}>`,
  )
  return [`  <${of}>`, ...entries, `  </${of}>`]
}
