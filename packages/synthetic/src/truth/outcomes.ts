import { earliest } from '../days.ts'
import type { Day } from '../days.ts'
import type { EngagementFact, Facts } from '../facts.ts'
import type { Period } from './periods.ts'
import { staysIn } from './stays.ts'
import { participantsIn } from './visits.ts'

/** Someone enrolled in a period; the engagement that decides is the last to end. */
export interface Enrolled {
  readonly person: string
  readonly isLeaver: boolean
  readonly last: EngagementFact
}

export interface Active {
  readonly person: string
  readonly isActive: boolean
  readonly isKnown: boolean
}

export interface Pair {
  readonly person: string
  /** S-GSE points at the start, and end minus start. */
  readonly start: number
  readonly change: number
}

/** Those whose engagements overlap a period; in an activity, its engagements alone are looked at. */
export function enrolledIn(facts: Facts, { start, end }: Period, activity: string | null): Enrolled[] {
  const stays = staysIn(facts, activity, FOREVER).filter(
    (stay) => stay.start <= end && (stay.end === null || stay.end >= start),
  )
  return [...Map.groupBy(stays, ({ person }) => person)].map(([person, own]) => {
    const last = own.reduce((a, b) => (endsAfter(a, b, end) ? a : b))
    return { person, isLeaver: own.every((stay) => stay.end !== null && stay.end <= end), last }
  })
}

const FOREVER = '9999-12-31'

/** Of two that are open on the day, the one that began last. */
function endsAfter(a: EngagementFact, b: EngagementFact, day: Day): boolean {
  const [endOfA, endOfB] = [a, b].map(({ end }) => (end === null || end > day ? FOREVER : end))
  return endOfA === endOfB ? a.start > b.start : (endOfA ?? FOREVER) > (endOfB ?? FOREVER)
}

/**
 * Those who took part, and what is known of their life in associations. A membership that an earlier register told
 * of makes someone active, but not known in a period that no register is for.
 */
export function associationLifeIn(facts: Facts, period: Period, activity: string | null): Active[] {
  const registered = facts.registers.some(({ start, end }) => start <= period.end && end >= period.start)
  const members = new Set(
    tiesOf(facts)
      .filter(({ start, end }) => start <= period.end && (end === null || end >= period.start))
      .map(({ person }) => person),
  )
  const noted = new Map(
    facts.statuses
      .filter(
        ({ domain, value, date }) =>
          domain === 'association_life' &&
          (value === 'active' || value === 'inactive') &&
          date >= period.start &&
          date <= period.end,
      )
      .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
      .map(({ person, value }) => [person, value] as const),
  )
  return participantsIn(facts, period, activity).map(({ person }) => ({
    person,
    isActive: members.has(person) || noted.get(person) === 'active',
    isKnown: registered || noted.has(person),
  }))
}

/** Memberships in other associations than the partner. */
const tiesOf = ({ memberships, agreement }: Facts) =>
  memberships.filter(({ association }) => association !== agreement.association.name)

/** The day on which each participant first took part in anything under the agreement. */
export function firstVisits({ attendance }: Facts): Map<string, Day> {
  const first = new Map<string, Day>()
  for (const { person, date, mark, role } of attendance) {
    if (person === null || mark !== 'present' || role !== 'participant') continue
    first.set(person, earliest(first.get(person) ?? date, date))
  }
  return first
}

/** Whether someone was active in an association on the day they first came; null where nothing tells. */
export function wasActiveAtStart(facts: Facts, person: string, came: Day, { end }: Period): boolean | null {
  const noted = facts.statuses
    .filter((status) => status.person === person && status.domain === 'association_life')
    .filter(({ value }) => value === 'active' || value === 'inactive')
    .filter(({ date, stage }) => date <= end && (date <= came || stage === 'start'))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const atStart = noted.findLast(({ date }) => date <= came) ?? noted[0]
  const holds = (span: { start: Day; end: Day | null }) =>
    span.start <= came && (span.end === null || span.end >= came)
  if (tiesOf(facts).some((tie) => tie.person === person && holds(tie)))
    return atStart !== undefined || facts.registers.some(holds) ? true : null
  if (atStart !== undefined) return atStart.value === 'active'
  return facts.registers.some(holds) ? false : null
}

/** Matched pairs whose end lies in a period: each end with the last start before it. */
export function pairsIn(facts: Facts, period: Period): Pair[] {
  const ends = facts.surveys.filter(
    ({ stage, date }) => stage === 'end' && date >= period.start && date <= period.end,
  )
  return ends.flatMap(({ person, date, total }) => {
    const start = facts.surveys
      .filter((each) => each.person === person && each.stage === 'start' && each.date <= date)
      .findLast((each) => each.total !== null)
    return total === null || start === undefined || start.total === null
      ? []
      : [{ person, start: start.total, change: total - start.total }]
  })
}
