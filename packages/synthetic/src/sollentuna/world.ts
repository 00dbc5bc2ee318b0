import type { Agreement } from '@utfall/contracts'
import type { Day } from '../days.ts'
import type { Facts, MembershipFact, StatusFact } from '../facts.ts'
import { costFacts } from '../ledger.ts'
import type { Ledger } from '../ledger.ts'
import { randomStream } from '../random.ts'
import { ledgerOf } from './books.ts'
import { courseAttendance, courses, stayingOn } from './courses.ts'
import { guidanceAttendance } from './guidance.ts'
import { leisureAttendance } from './leisure.ts'
import { meetingPlaceAttendance, meetingPlaceHeadcount } from './meeting-place.ts'
import { REGISTERS, knownOn, membershipsOf } from './memberships.ts'
import { ownContribution, payments } from './money.ts'
import { arrivals, registerOf, youngPeople } from './population.ts'
import { publicFigures } from './public-figures.ts'
import type { PublicFigure } from './public-figures.ts'
import { engagementsOf } from './stays.ts'
import { statusesOf } from './statuses.ts'
import { surveysOf } from './surveys.ts'

export interface SollentunaWorld {
  readonly facts: Facts
  /** All memberships there are, those that no register has told of yet too. */
  readonly memberships: readonly MembershipFact[]
  readonly arrivals: ReadonlyMap<string, Day>
  readonly ledger: Ledger
  readonly publicFigures: readonly PublicFigure[]
}

/** Invents Möjligheternas Plats from its start to the autumn of 2026. */
export function sollentunaWorld(agreement: Agreement, seed: string): SollentunaWorld {
  const stream = (part: string) => randomStream(`${seed} sollentuna ${part}`)
  const make = youngPeople(stream('people'))
  const came = arrivals(stream('arrivals'), make)
  const allCourses = courses(stream('courses'), came, make)
  const students = allCourses.flatMap(({ members }) => members.map(({ person }) => person))
  const people = stayingOn([...new Set([...came, ...students])], allCourses)
  const arrivalDays = new Map(people.map(({ id, arrives }) => [id, arrives]))
  const engagements = engagementsOf(stream('engagements'), people, allCourses)
  const memberships = membershipsOf(stream('memberships'), people)
  const ledger = ledgerOf(stream('ledger'))
  const facts: Facts = {
    agreement,
    people: registerOf(stream('register'), people),
    attendance: [
      ...meetingPlaceAttendance(stream('meeting place'), people),
      ...leisureAttendance(stream('leisure'), people),
      ...courseAttendance(stream('course attendance'), allCourses),
      ...guidanceAttendance(stream('guidance'), people),
    ],
    headcount: meetingPlaceHeadcount(stream('headcount')),
    engagements,
    statuses: onePerDay(statusesOf(stream('statuses'), engagements)),
    memberships: knownOn(REGISTERS.at(-1)?.end ?? '', memberships, arrivalDays),
    registers: REGISTERS,
    surveys: surveysOf(stream('surveys'), allCourses, engagements),
    funding: [...payments, ...ownContribution(stream('own contribution'))],
    costs: costFacts(ledger.vouchers),
  }
  return {
    facts,
    memberships,
    arrivals: arrivalDays,
    ledger,
    publicFigures: publicFigures(stream('public figures')),
  }
}

/** What the staff noted last on a day is what they noted. */
function onePerDay(statuses: readonly StatusFact[]): StatusFact[] {
  const byKey = new Map(
    statuses.map((status) => [`${status.person} ${status.date} ${status.domain}`, status] as const),
  )
  return [...byKey.values()]
}
