import { daysBetween } from '../days.ts'
import type { Day } from '../days.ts'
import type { Facts } from '../facts.ts'
import type { Cell, Figure } from './cell.ts'
import { attributesAt, cellsOf, count, quotient } from './cell.ts'
import { medianCell } from './curves.ts'
import { associationLifeIn, enrolledIn, firstVisits, pairsIn, wasActiveAtStart } from './outcomes.ts'
import { leftTo } from './people-cells.ts'
import type { Period } from './periods.ts'
import { followedIn } from './stays.ts'
import type { Followed } from './stays.ts'
import { participantsIn } from './visits.ts'

/** The figures of what became of people, and for how long. */
export function outcomeCells(facts: Facts, period: Period, asOf: Day): Cell[] {
  const activities = facts.agreement.activities.map(({ id }) => id)
  const attributes = ({ person }: { person: string }) => attributesAt(facts, person, period.end)
  const how = { activities, attributes }
  const came = firstVisits(facts)
  const enrolled = (activity: string | null) => enrolledIn(facts, period, activity)
  const followed = (months: number) => (activity: string | null) =>
    followedIn(facts, period, activity, { months, asOf })
  return [
    ...cellsOf(
      period,
      'new_participants',
      (activity) =>
        participantsIn(facts, period, activity).filter(
          ({ person }) => (came.get(person) ?? '') >= period.start,
        ),
      (units) => count(units.length),
      how,
    ),
    ...cellsOf(
      period,
      'culture_leisure_participants',
      (activity) => cultureOf(facts, period, activity),
      counted,
      how,
    ),
    ...cellsOf(
      period,
      'share_newly_association_active',
      (activity) =>
        associationLifeIn(facts, period, activity).map((unit) => ({
          ...unit,
          atStart: wasActiveAtStart(facts, unit.person, came.get(unit.person) ?? '', period),
        })),
      (units) => {
        const known = units.filter(({ isKnown, atStart }) => isKnown && atStart !== null)
        const isNew = known.filter(({ isActive, atStart }) => isActive && atStart === false)
        return quotient(isNew.length, known.length, units.length - known.length)
      },
      how,
    ),
    ...cellsOf(
      period,
      'share_from_none_to_work_or_studies',
      (activity) =>
        enrolled(activity).filter(
          ({ isLeaver, last }) =>
            isLeaver && (last.occupation === 'unemployed' || last.occupation === 'neither'),
        ),
      leftTo('work', 'studies'),
      how,
    ),
    ...[3, 6, 12].flatMap((months) =>
      cellsOf(period, `share_in_work_or_studies_${months}m`, followed(months), answered, how),
    ),
    ...cellsOf(period, 'share_sustained_6m', followed(6), sustained, how),
    ...cellsOf(
      period,
      'median_days_leavers',
      (activity) => enrolled(activity).filter(({ isLeaver }) => isLeaver),
      (units) => median(units.map(({ last }) => daysBetween(last.start, last.end ?? period.end))),
      how,
    ),
    ...cellsOf(
      period,
      'median_days_stayers',
      (activity) => enrolled(activity).filter(({ isLeaver }) => !isLeaver),
      (units) => median(units.map(({ last }) => daysBetween(last.start, period.end) + 1)),
      how,
    ),
    ...improvements(facts, period),
    medianCell(facts, period, asOf),
  ]
}

interface Known {
  readonly person: string
  readonly active: boolean | null
}

/** Culture and leisure: who came to an activity of that kind, or was noted as active in the period. */
function cultureOf(facts: Facts, period: Period, activity: string | null): Known[] {
  const leisure = facts.agreement.activities.filter(({ kind }) => kind === 'leisure')
  const cameTo = new Set(
    leisure.flatMap(({ id }) => participantsIn(facts, period, id).map(({ person }) => person)),
  )
  const noted = facts.statuses.filter(
    ({ domain, value, date }) =>
      domain === 'culture_leisure' &&
      (value === 'active' || value === 'inactive') &&
      date >= period.start &&
      date <= period.end,
  )
  return participantsIn(facts, period, activity).map(({ person }) => {
    const own = noted.filter((status) => status.person === person)
    const isActive = cameTo.has(person) || own.some(({ value }) => value === 'active')
    return { person, active: isActive ? true : own.length > 0 ? false : null }
  })
}

const counted = (units: readonly Known[]): Figure =>
  count(
    units.filter(({ active }) => active === true).length,
    units.filter(({ active }) => active === null).length,
  )

const works = ({ occupation }: Followed) =>
  occupation !== null && ['work', 'studies', 'work_and_studies'].includes(occupation)

const answered = (units: readonly Followed[]): Figure =>
  quotient(
    units.filter(works).length,
    units.length,
    units.filter(({ occupation }) => occupation === null).length,
  )

/** Unknown is who left for a reason that is unknown or for work or studies, and of whom the rest is not known. */
function sustained(units: readonly Followed[]): Figure {
  const left = (...reasons: string[]) => units.filter(({ reason }) => reasons.includes(reason))
  return quotient(
    left('work', 'studies').filter(works).length,
    units.length,
    left('work', 'studies', 'unknown').filter(({ occupation }) => occupation === null).length +
      left('unknown').filter(works).length,
  )
}

function improvements(facts: Facts, period: Period): Cell[] {
  const attributes = ({ person }: { person: string }) => attributesAt(facts, person, period.end)
  const pairs = pairsIn(facts, period)
  const criterion = 1.96 * deviation(pairs.map(({ start }) => start)) * Math.sqrt(2 * (1 - 0.9))
  const share = (indicator: string, least: number) =>
    cellsOf(
      period,
      indicator,
      () => pairs,
      (units) => quotient(units.filter(({ change }) => change > 0 && change >= least).length, units.length),
      { activities: [], attributes },
    )
  return [
    ...share('share_self_efficacy_improved', 1),
    ...share('share_self_efficacy_reliably_improved', criterion),
  ]
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt(squares / (values.length - 1))
}

function median(values: readonly number[]): Figure {
  const inOrder = values.toSorted((a, b) => a - b)
  const [low, high] = [inOrder[Math.floor((inOrder.length - 1) / 2)], inOrder[Math.floor(inOrder.length / 2)]]
  return {
    value: low === undefined || high === undefined ? null : (low + high) / 2,
    numerator: null,
    denominator: values.length,
    unknown: null,
  }
}
