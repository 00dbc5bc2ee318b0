import { yearOf } from '../days.ts'
import type { AttendanceFact, Facts } from '../facts.ts'
import type { Attributes } from './cell.ts'
import { NOTHING_KNOWN, ageGroup, attributesAt, birthYearAt } from './cell.ts'
import type { Period } from './periods.ts'

/** Attendances that count: those of one person, or as many as were counted at the door. */
export interface Visit {
  readonly activity: string
  readonly many: number
  readonly isAnonymous: boolean
  readonly attributes: Attributes
}

export interface Session {
  readonly activity: string
  readonly date: string
  readonly minutes: number
}

type ActivityFilter = string | null

/** Present participants in a period, in one activity or in any. */
function presentIn(facts: Facts, { start, end }: Period, activity: ActivityFilter): AttendanceFact[] {
  return facts.attendance.filter(
    (fact) =>
      fact.mark === 'present' &&
      fact.role === 'participant' &&
      fact.date >= start &&
      fact.date <= end &&
      (activity === null || fact.activity === activity),
  )
}

/** Those who were present at least once. */
export function participantsIn(facts: Facts, period: Period, activity: ActivityFilter): { person: string }[] {
  const people = new Set(presentIn(facts, period, activity).flatMap(({ person }) => person ?? []))
  return [...people].map((person) => ({ person }))
}

/** Attendances under each activity's own counting rule, and headcounts as they are. */
export function visitsIn(facts: Facts, period: Period, activity: ActivityFilter): Visit[] {
  const rules = new Map(facts.agreement.activities.map(({ id, counting_rule: rule }) => [id, rule]))
  const identified = [...Map.groupBy(presentIn(facts, period, activity), (fact) => fact.activity)].flatMap(
    ([id, rows]) => {
      if (rules.get(id) === 'once_per_day') return onePer(rows, ({ date }) => date)
      if (rules.get(id) === 'lok') return onePer(grantable(facts, rows), ({ date }) => date)
      if (rules.get(id) === 'forenoon_afternoon') {
        return onePer(rows, ({ date, start }) => `${date} ${start < '12:00'}`)
      }
      return rows
    },
  )
  const counted = facts.headcount.filter(
    ({ date, activity: id }) =>
      date >= period.start && date <= period.end && (activity === null || id === activity),
  )
  return [
    ...identified.map((fact) => ({
      activity: fact.activity,
      many: 1,
      isAnonymous: fact.person === null,
      attributes:
        fact.person === null
          ? ofBirthDate(facts, fact, period)
          : attributesAt(facts, fact.person, period.end),
    })),
    ...counted.map(({ activity: id, count, gender }) => ({
      activity: id,
      many: count,
      isAnonymous: true,
      attributes: { ...NOTHING_KNOWN, gender: gender ?? 'unknown' },
    })),
  ]
}

/** A birth date without a number identifies nobody, but it tells the age. */
function ofBirthDate(facts: Facts, { birthDate }: AttendanceFact, { end }: Period): Attributes {
  if (birthDate === undefined) return NOTHING_KNOWN
  return { ...NOTHING_KNOWN, age_group: ageGroup(facts, yearOf(birthDate), end) }
}

/** The first row of each person and occasion. Rows without a person cannot be told apart: all of them count. */
function onePer(
  rows: readonly AttendanceFact[],
  occasion: (row: AttendanceFact) => string,
): AttendanceFact[] {
  const seen = new Set<string>()
  return rows.filter((row) => {
    const key = `${row.person} ${occasion(row)}`
    if (row.person === null || !seen.has(key)) {
      seen.add(key)
      return true
    }
    return false
  })
}

/** Rows at sessions that the state's activity grant would count, of those it would count there. */
function grantable(facts: Facts, rows: readonly AttendanceFact[]): AttendanceFact[] {
  const led = new Set(
    facts.attendance.filter(({ role, mark }) => role === 'leader' && mark === 'present').map(sessionKey),
  )
  const ofAge = rows.filter(({ person, date }) => {
    const known = person === null ? undefined : facts.people.get(person)
    const birthYear = known ? birthYearAt(known, '9999-12-31') : null
    const age = birthYear === null ? null : yearOf(date) - birthYear
    return age !== null && age >= 7 && age <= 25
  })
  return [...Map.groupBy(ofAge, sessionKey)].flatMap(([key, present]) => {
    const people = new Set(present.map(({ person }) => person)).size
    const longEnough = present.every(({ minutes }) => minutes >= 60)
    return led.has(key) && longEnough && people >= 3 && people <= 30 ? present : []
  })
}

/** Sessions with anyone present: those signed in and those counted at the same time share one. */
export function sessionsIn(facts: Facts, period: Period, activity: ActivityFilter): Session[] {
  const counted = facts.headcount
    .filter(({ count, date, activity: id }) => {
      const inPeriod = date >= period.start && date <= period.end
      return count > 0 && inPeriod && (activity === null || id === activity)
    })
    .map((fact) => ({ ...fact, session: '' }))
  const rows = [...presentIn(facts, period, activity), ...counted]
  return [...Map.groupBy(rows, sessionKey).values()].flatMap((together) => {
    const [first] = together
    const minutes = Math.max(...together.map((row) => row.minutes))
    return first ? [{ activity: first.activity, date: first.date, minutes }] : []
  })
}

export const sumOf = (visits: readonly Visit[]): number => visits.reduce((sum, { many }) => sum + many, 0)
export const hoursOf = (sessions: readonly Session[]): number =>
  sessions.reduce((sum, { minutes }) => sum + minutes, 0) / 60

const sessionKey = (row: { activity: string; date: string; session: string; start: string }): string =>
  JSON.stringify([row.activity, row.date, row.session, row.start])
