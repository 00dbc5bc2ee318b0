import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { dakPieces, idsOf } from '../dak.ts'
import { addDays } from '../days.ts'
import type { AttendanceFact } from '../facts.ts'
import { testNumber } from '../identity.ts'

/** Sessions of a card, and people in each of them. */
const SESSIONS = 500
const PEOPLE_AT_ONCE = 20
const PEOPLE = 20_000
/** What the lines of a card come to, at least. */
const BYTES_OF_CARD = 1_300_000
const FIRST_BIRTH = '1950-01-01'

interface DakFile {
  /** Absolute path of the file to write; its folder must exist. */
  readonly file: string
  /** What the file is to have, to a few in a hundred. */
  readonly bytes: number
  /** An activity of the agreement. */
  readonly activity: string
}

/** Writes attendance cards of any size for measuring, a card at a time. Returns how many rows are in them. */
export async function writeDakFile({ file, bytes, activity }: DakFile): Promise<number> {
  const people = Array.from({ length: PEOPLE }, (_, at) =>
    testNumber(addDays(FIRST_BIRTH, Math.floor(at / 2)), at % 2 === 0 ? 'woman' : 'man'),
  )
  const head = { municipality: '0000', association: 'Mätning', number: '802000-0000', activity }
  const registers = { ids: idsOf(people), participants: people, leaders: [] }
  const cards = Math.ceil(bytes / BYTES_OF_CARD)
  await pipeline(dakPieces(head, groupsOf(cards, people), registers), createWriteStream(file))
  return cards * SESSIONS * PEOPLE_AT_ONCE
}

function* groupsOf(cards: number, people: readonly string[]): Generator<[string, AttendanceFact[]]> {
  for (let number = 1; number <= cards; number += 1) yield [`Grupp ${number}`, card(number, people)]
}

/** A session a day, in which nobody is twice. */
function card(number: number, people: readonly string[]): AttendanceFact[] {
  return Array.from({ length: SESSIONS * PEOPLE_AT_ONCE }, (_, at) => ({
    date: addDays('2024-01-01', Math.floor(at / PEOPLE_AT_ONCE)),
    activity: 'insats-1',
    person: people[(number * 7919 + at) % people.length] ?? null,
    session: `Grupp ${number}`,
    start: '17:00',
    end: '18:30',
    minutes: 90,
    mark: 'present',
    role: 'participant',
  }))
}
