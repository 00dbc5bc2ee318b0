import type { Day } from '../days.ts'
import { earliest, yearOf } from '../days.ts'
import type { EngagementFact } from '../facts.ts'
import type { Random } from '../random.ts'
import type { Course, Member } from './courses.ts'
import { AS_OF } from './opening.ts'
import type { Young } from './population.ts'

type Reason = EngagementFact['reason']
type Chances = readonly (readonly [Reason, number])[]

const REFERRALS = ['Eget initiativ', 'Kompis', 'Skolan', 'Kommunala aktivitetsansvaret', 'Socialtjänsten', '']

/** How stays end, in parts of a hundred. Work and studies are what the staff were told and could confirm. */
const AFTER_GUIDANCE: Chances = [
  ['work', 34],
  ['studies', 31],
  ['other_authority', 7],
  ['completed', 9],
  ['dropped_out', 13],
  ['moved', 3],
  ['unknown', 6],
  [null, 2],
]
const AFTER_COURSE: Chances = [
  ['studies', 34],
  ['work', 19],
  ['completed', 33],
  ['moved', 3],
  ['other', 2],
  ['unknown', 9],
]
const AFTER_DROPPING_OUT: Chances = [
  ['dropped_out', 80],
  ['moved', 8],
  ['unknown', 12],
]
const FROM_SIXTEEN: Chances = [
  ['studies', 27],
  ['work', 21],
  ['completed', 18],
  ['dropped_out', 16],
  ['moved', 5],
  ['other', 4],
  ['unknown', 9],
]
const UNDER_SIXTEEN: Chances = [
  ['completed', 55],
  ['dropped_out', 25],
  ['moved', 12],
  ['unknown', 8],
]

/** Who is enrolled, in what, and how it ended. Not everyone who visits is enrolled: the youngest seldom are. */
export function engagementsOf(
  random: Random,
  people: readonly Young[],
  courses: readonly Course[],
): EngagementFact[] {
  const own = people.flatMap((person) => {
    if (person.calling === 'sjalvledarskap') return []
    const guided = person.calling === 'karriarvagledning'
    const old = ageAt(person, person.arrives) >= 16
    if (!guided && !random.chance(old ? 0.75 : 0.25)) return []
    const chances = guided ? AFTER_GUIDANCE : old ? FROM_SIXTEEN : UNDER_SIXTEEN
    return [stay(random, person, guided ? person.calling : null, person.arrives, person.leaves, chances)]
  })
  const inCourses = courses.flatMap((course) =>
    course.members.flatMap((member) => courseStay(random, course, member)),
  )
  return [...own, ...inCourses].toSorted((a, b) => compare(a.start, b.start) || compare(a.person, b.person))
}

function courseStay(random: Random, { meetings }: Course, { person, stays }: Member): EngagementFact[] {
  const [first] = meetings
  const last = meetings[stays - 1]
  if (first === undefined || last === undefined) return []
  const chances = stays < meetings.length ? AFTER_DROPPING_OUT : AFTER_COURSE
  return [stay(random, person, 'sjalvledarskap', first, last, chances)]
}

function stay(
  random: Random,
  person: Young,
  activity: string | null,
  start: Day,
  leaves: Day,
  chances: Chances,
): EngagementFact {
  const reason = random.weighted(chances)
  const hasLeft = leaves <= AS_OF
  return {
    person: person.id,
    activity,
    start: earliest(start, AS_OF),
    end: hasLeft ? leaves : null,
    reason: hasLeft ? reason : null,
    referral: random.pick(REFERRALS),
    occupation: occupationAtStart(random, person, activity === 'karriarvagledning'),
  }
}

function occupationAtStart(random: Random, person: Young, guided: boolean): EngagementFact['occupation'] {
  if (ageAt(person, person.arrives) < 16) return 'studies'
  return random.weighted<EngagementFact['occupation']>([
    ['studies', guided ? 15 : 52],
    ['work', guided ? 3 : 12],
    ['internship', 4],
    ['unemployed', guided ? 40 : 12],
    ['neither', guided ? 30 : 11],
    ['unknown', 6],
    ['declined', 2],
  ])
}

const ageAt = (person: Young, day: Day): number => yearOf(day) - person.birthYear
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
