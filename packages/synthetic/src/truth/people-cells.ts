import type { Facts } from '../facts.ts'
import type { Cell, Figure } from './cell.ts'
import { attributesAt, cellsOf, count, quotient } from './cell.ts'
import type { Enrolled } from './outcomes.ts'
import { associationLifeIn, enrolledIn, pairsIn } from './outcomes.ts'
import type { Period } from './periods.ts'
import { participantsIn } from './visits.ts'

/** The figures that count people. */
export function peopleCells(facts: Facts, period: Period): Cell[] {
  const activities = facts.agreement.activities.map(({ id }) => id)
  const attributes = ({ person }: { person: string }) => attributesAt(facts, person, period.end)
  const how = { activities, attributes }
  const takingPart = (activity: string | null) => participantsIn(facts, period, activity)
  const associationLife = (activity: string | null) => associationLifeIn(facts, period, activity)
  const enrolled = (activity: string | null) => enrolledIn(facts, period, activity)
  const leavers = (activity: string | null) => enrolled(activity).filter(({ isLeaver }) => isLeaver)
  const stayers = (activity: string | null) => enrolled(activity).filter(({ isLeaver }) => !isLeaver)
  return [
    ...cellsOf(period, 'unique_participants', takingPart, many, how),
    ...cellsOf(period, 'enrolled_participants', enrolled, many, how),
    ...cellsOf(period, 'leavers', leavers, many, how),
    ...cellsOf(period, 'stayers', stayers, many, how),
    ...cellsOf(
      period,
      'association_participants',
      associationLife,
      (units) =>
        count(
          having(units, 'isActive'),
          units.filter(({ isActive, isKnown }) => !isActive && !isKnown).length,
        ),
      how,
    ),
    ...cellsOf(
      period,
      'share_association_active',
      associationLife,
      (units) => {
        const known = units.filter(({ isKnown }) => isKnown)
        return quotient(having(known, 'isActive'), known.length, units.length - known.length)
      },
      how,
    ),
    ...cellsOf(period, 'share_to_work_or_studies', leavers, leftTo('work', 'studies'), how),
    ...cellsOf(period, 'share_to_work', leavers, leftTo('work'), how),
    ...cellsOf(period, 'share_to_studies', leavers, leftTo('studies'), how),
    ...cellsOf(
      period,
      'self_efficacy_change',
      () => pairsIn(facts, period),
      (pairs) =>
        quotient(
          pairs.reduce((sum, { change }) => sum + change, 0),
          pairs.length,
        ),
      { activities: [], attributes },
    ),
  ]
}

/** The share of leavers whose last engagement ended for one of the reasons. No reason given is unknown. */
export const leftTo =
  (...reasons: string[]) =>
  (leavers: readonly Enrolled[]): Figure => {
    const ends = leavers.map(({ last }) => last.reason ?? 'unknown')
    return quotient(
      ends.filter((reason) => reasons.includes(reason)).length,
      ends.length,
      ends.filter((reason) => reason === 'unknown').length,
    )
  }

const many = (units: readonly unknown[]): Figure => count(units.length)

const having = <Key extends string>(units: readonly Record<Key, boolean>[], key: Key): number =>
  units.filter((unit) => unit[key]).length
