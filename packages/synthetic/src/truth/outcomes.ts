import type { EngagementFact, Facts } from '../facts.ts'
import type { Period } from './periods.ts'
import { participantsIn } from './visits.ts'

/** Someone enrolled in a period; the engagement that decides is the last to end. */
export interface Enrolled {
  readonly person: string
  readonly isLeaver: boolean
  readonly last: EngagementFact | null
}

export interface Active {
  readonly person: string
  readonly isActive: boolean
  readonly isKnown: boolean
}

export interface Pair {
  readonly person: string
  /** S-GSE points, end minus start. */
  readonly change: number
}

/** Those whose engagements overlap a period; in an activity, its engagements alone are looked at. */
export function enrolledIn(facts: Facts, { start, end }: Period, activity: string | null): Enrolled[] {
  const stays = facts.engagements.filter(
    (stay) =>
      stay.start <= end &&
      (stay.end === null || stay.end >= start) &&
      (activity === null || stay.activity === activity),
  )
  return [...Map.groupBy(stays, ({ person }) => person)].map(([person, own]) => {
    const isOpen = own.some((stay) => stay.end === null || stay.end > end)
    const last = isOpen ? null : own.reduce((a, b) => (endsAfter(a, b) ? a : b))
    return { person, isLeaver: !isOpen, last }
  })
}

function endsAfter(a: EngagementFact, b: EngagementFact): boolean {
  return a.end === b.end ? a.start > b.start : (a.end ?? '') > (b.end ?? '')
}

/**
 * Those who took part, and what is known of their life in associations. A membership that an earlier register told
 * of makes someone active, but not known in a period that no register is for.
 */
export function associationLifeIn(facts: Facts, period: Period, activity: string | null): Active[] {
  const registered = facts.registers.some(({ start, end }) => start <= period.end && end >= period.start)
  const members = new Set(
    facts.memberships
      .filter(
        ({ association, start, end }) =>
          association !== facts.agreement.association.name &&
          start <= period.end &&
          (end === null || end >= period.start),
      )
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
      : [{ person, change: total - start.total }]
  })
}
