import type { Day } from '../days.ts'
import { addDays, addMonths, daysBetween, latest, weekday, yearOf } from '../days.ts'
import type { AttendanceFact } from '../facts.ts'
import type { Random } from '../random.ts'
import { AS_OF, daysOn, isTermDay } from './opening.ts'
import type { Young, youngPeople } from './population.ts'

export interface Course {
  readonly code: string
  /** All its meetings, those that lie ahead too. */
  readonly meetings: readonly Day[]
  readonly members: readonly Member[]
}

export interface Member {
  readonly person: Young
  /** How many meetings they stay for; all, unless they drop out. */
  readonly stays: number
}

const STARTS: readonly (readonly [string, Day])[] = [
  ['25V-A', '2025-03-17'],
  ['25V-B', '2025-03-19'],
  ['25H-A', '2025-09-01'],
  ['25H-B', '2025-09-02'],
  ['25H-C', '2025-09-04'],
  ['26V-A', '2026-01-26'],
  ['26V-B', '2026-01-28'],
  ['26V-C', '2026-02-03'],
  ['26V-D', '2026-02-05'],
  ['26H-A', '2026-08-24'],
  ['26H-B', '2026-08-25'],
  ['26H-C', '2026-09-17'],
]

const MEETINGS = 10
const HOURS = { start: '17:30', end: '20:00', minutes: 150 }

/** Courses in self-leadership: ten evenings, 8–15 young people, some of whom were there already. */
export function courses(
  random: Random,
  regulars: readonly Young[],
  make: ReturnType<typeof youngPeople>,
): Course[] {
  const taken = new Set<string>()
  return STARTS.map(([code, start]) => {
    const meetings = meetingsFrom(start)
    const [first = start] = meetings
    const span = daysBetween(first, meetings.at(-1) ?? first)
    const size = random.int(9, 15)
    const known = random
      .shuffled(regulars.filter((person) => isCandidate(person, first) && !taken.has(person.id)))
      .slice(0, Math.round(size * 0.4))
    const fresh = Array.from({ length: size - known.length }, () => make('sjalvledarskap', first, span))
    for (const { id } of known) taken.add(id)
    const members = [...known, ...fresh].map((person) => ({
      person,
      stays: random.chance(0.17) ? random.int(2, 6) : MEETINGS,
    }))
    return { code: `SL-${code}`, meetings, members }
  })
}

/** People as they are when it is known who takes a course: nobody leaves before their course is over. */
export function stayingOn(people: readonly Young[], all: readonly Course[]): Young[] {
  const lastMeeting = new Map(
    all.flatMap(({ meetings, members }) =>
      members.map(({ person, stays }) => [person.id, meetings[stays - 1] ?? person.leaves] as const),
    ),
  )
  return people.map((person) => {
    const over = lastMeeting.get(person.id)
    return over === undefined ? person : { ...person, leaves: latest(person.leaves, addDays(over, 14)) }
  })
}

export function courseAttendance(random: Random, all: readonly Course[]): AttendanceFact[] {
  return all.flatMap(({ code, meetings, members }) =>
    meetings.flatMap((date, index) => {
      if (date > AS_OF) return []
      const row = (
        person: string,
        mark: AttendanceFact['mark'],
        role: AttendanceFact['role'] = 'participant',
      ): AttendanceFact => ({ date, activity: 'sjalvledarskap', person, session: code, ...HOURS, mark, role })
      const expected = members.filter(({ stays }) => index < stays)
      return [
        row('LED-4', 'present', 'leader'),
        ...expected.map(({ person, stays }) =>
          row(person.id, index === 0 || index === stays - 1 ? 'present' : markOf(random)),
        ),
      ]
    }),
  )
}

const markOf = (random: Random): AttendanceFact['mark'] =>
  random.weighted([
    ['present', 86],
    ['excused', 8],
    ['absent', 6],
  ])

/** The course goes on into a term that the world has not come to; its last meetings are then only planned. */
function meetingsFrom(start: Day): Day[] {
  return daysOn([weekday(start)], isTermDay, addMonths(start, 6))
    .filter((day) => day >= start)
    .slice(0, MEETINGS)
}

const isCandidate = (person: Young, first: Day): boolean =>
  person.arrives < first &&
  person.leaves > first &&
  person.calling === 'motesplats' &&
  yearOf(first) - person.birthYear >= 15
