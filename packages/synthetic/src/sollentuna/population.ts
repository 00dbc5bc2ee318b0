import type { Day } from '../days.ts'
import { addDays, earliest, monthEnd, yearOf } from '../days.ts'
import type { PersonFact, RegisteredFact } from '../facts.ts'
import { drawTestNumber, withWrongCheckDigit } from '../identity.ts'
import type { Random } from '../random.ts'
import { AS_OF, SOLLENTUNA_START, isShut } from './opening.ts'

export type Calling = 'motesplats' | 'aktiv-fritid' | 'karriarvagledning' | 'sjalvledarskap'

/** A young person who comes, stays for a while and goes. */
export interface Young {
  /** Twelve digits, or the association's own id. */
  readonly id: string
  readonly hasNumber: boolean
  readonly birthYear: number
  readonly gender: 'woman' | 'man' | 'other' | 'unknown'
  readonly district: string | null
  /** Why they came first. */
  readonly calling: Calling
  readonly arrives: Day
  /** Their last day; may lie after the day that the world ends. */
  readonly leaves: Day
  readonly visitsMeetingPlace: boolean
}

const AGES: readonly (readonly [number, number])[] = [
  [12, 1],
  [13, 6],
  [14, 8],
  [15, 10],
  [16, 12],
  [17, 12],
  [18, 11],
  [19, 10],
  [20, 8],
  [21, 6],
  [22, 5],
  [23, 4],
  [24, 3],
  [25, 3],
  [26, 1],
]

const DISTRICTS: readonly (readonly [string, number])[] = [
  ['Tureberg', 27],
  ['Edsberg', 20],
  ['Rotebro', 16],
  ['Häggvik', 13],
  ['Helenelund', 11],
  ['Viby', 7],
  ['Norrviken', 5],
]

/** Makes young people one at a time, none with another's number or id. */
export function youngPeople(random: Random) {
  const taken = new Set<string>()
  let made = 0
  return (calling: Calling, arrives: Day, stay: number): Young => {
    made += 1
    const age = random.weighted(AGES.filter(([years]) => years >= youngestFor(calling)))
    const birthYear = yearOf(arrives) - age
    const gender = random.weighted([
      ['woman', 44] as const,
      ['man', 53] as const,
      ['other', 1.5] as const,
      ['unknown', 1.5] as const,
    ])
    const hasNumber = (gender === 'woman' || gender === 'man') && random.chance(0.6)
    const drawn = hasNumber ? drawTestNumber(random, taken, birthYear, gender) : ''
    const number = made % 150 === 7 && hasNumber ? withWrongCheckDigit(drawn) : drawn
    return {
      id: hasNumber ? number : `MP-${String(1000 + made)}`,
      hasNumber,
      birthYear,
      gender,
      district: random.chance(0.02) ? null : random.weighted(DISTRICTS),
      calling,
      arrives,
      leaves: addDays(arrives, stay),
      visitsMeetingPlace: calling === 'motesplats' || random.chance(0.25),
    }
  }
}

const youngestFor = (calling: Calling): number =>
  ({ motesplats: 12, 'aktiv-fritid': 12, sjalvledarskap: 15, karriarvagledning: 16 })[calling]

/** Those who find their own way in: many when the doors open, then some every week. */
export function arrivals(random: Random, make: ReturnType<typeof youngPeople>): Young[] {
  const came: Young[] = []
  for (let week = SOLLENTUNA_START; week <= AS_OF; week = addDays(week, 7)) {
    const opening = week < addDays(SOLLENTUNA_START, 35)
    const many = isShut(addDays(week, 2)) ? 0 : opening ? random.int(16, 22) : random.int(2, 7)
    for (let each = 0; each < many; each += 1) {
      const calling = random.weighted<Calling>([
        ['motesplats', 45],
        ['aktiv-fritid', 27],
        ['karriarvagledning', 28],
      ])
      came.push(make(calling, earliest(addDays(week, random.int(2, 6)), AS_OF), stayOf(random, calling)))
    }
  }
  return came
}

function stayOf(random: Random, calling: Calling): number {
  if (calling === 'karriarvagledning') return random.int(40, 190)
  if (calling === 'aktiv-fritid') return random.int(60, 330)
  return Math.max(20, Math.round(random.normal(190, 95)))
}

/** What the register comes to say of each: on the last day of the month they came, and after a move. */
export function registerOf(random: Random, people: readonly Young[]): Map<string, PersonFact> {
  return new Map(
    people.map((person) => {
      const entry: RegisteredFact = {
        from: earliest(monthEnd(person.arrives), AS_OF),
        birthYear: person.birthYear,
        gender: person.gender,
        district: person.district,
      }
      const moved = addDays(person.arrives, random.int(70, 200))
      const moves = random.chance(0.04) && moved < earliest(person.leaves, '2026-09-30')
      const forgotten = random.chance(0.015)
      const second = { ...entry, from: monthEnd(moved), district: random.weighted(DISTRICTS) }
      return [
        person.id,
        {
          number: numberFacts(person),
          registered: forgotten ? [] : moves ? [entry, second] : [entry],
        },
      ]
    }),
  )
}

function numberFacts({ hasNumber, birthYear, gender }: Young): PersonFact['number'] {
  return hasNumber && (gender === 'woman' || gender === 'man') ? { birthYear, gender } : null
}
