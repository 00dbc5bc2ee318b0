import { daysBetween } from '../days.ts'
import type { Day } from '../days.ts'
import type { EngagementFact, Facts } from '../facts.ts'
import type { Cell } from './cell.ts'
import type { Period } from './periods.ts'
import { isOccupation, staysIn } from './stays.ts'

/** One point of the curve of time to work or studies, before disclosure control. */
export interface CurvePoint {
  readonly period_type: string
  readonly period: string
  readonly cause: Cause
  readonly month: number
  /** The share that the cause has happened to by then, where the other can happen first. */
  readonly value: number
  readonly at_risk: number
}

type Cause = 'work' | 'studies'
const CAUSES = ['work', 'studies'] as const
const MONTHS = [3, 6, 12, 18, 24]
const DAYS_OF_MONTH = 365.25 / 12

/** Days from the first enrolment until work or studies, or for as long as someone was followed. */
interface Followed {
  readonly person: string
  readonly days: number
  readonly cause: Cause | null
}

/** The points of those who enrolled in the period and then were in neither work nor studies. */
export function curveOf(facts: Facts, period: Period, asOf: Day): CurvePoint[] {
  const followed = followedFrom(facts, period, asOf)
  if (followed.length === 0) return []
  return CAUSES.flatMap((cause) =>
    MONTHS.map((month) => {
      const day = Math.round(month * DAYS_OF_MONTH)
      return {
        period_type: period.type,
        period: period.code,
        cause,
        month,
        value: incidence(followed, cause, day),
        at_risk: followed.filter(({ days }) => days >= day).length,
      }
    }),
  )
}

/** The months by which half had gone on to either; null where that is not reached. */
export function medianCell(facts: Facts, period: Period, asOf: Day): Cell {
  const followed = followedFrom(facts, period, asOf)
  const happened = ({ days: day }: Followed) =>
    incidence(followed, 'work', day) + incidence(followed, 'studies', day)
  const half = followed
    .filter(({ cause }) => cause !== null)
    .toSorted((a, b) => a.days - b.days)
    .find((each) => happened(each) >= 0.5 - 1e-12)
  return {
    indicator: 'time_to_work_or_studies',
    basis: '',
    period_type: period.type,
    period: period.code,
    breakdown: 'total',
    category: '',
    value: half === undefined ? null : half.days / DAYS_OF_MONTH,
    numerator: null,
    denominator: followed.length,
    unknown: null,
  }
}

/**
 * Aalen and Johansen, person by person: each who leaves the curve hands what was left of their weight on to those who
 * are followed longer (redistribution to the right; Efron 1967).
 */
function incidence(followed: readonly Followed[], cause: Cause, until: number): number {
  const inOrder = followed.toSorted(
    (a, b) => a.days - b.days || Number(a.cause === null) - Number(b.cause === null),
  )
  let weight = 1 / inOrder.length
  let happened = 0
  for (const [at, each] of inOrder.entries()) {
    if (each.days > until) break
    const after = inOrder.length - at - 1
    if (each.cause === cause) happened += weight
    if (each.cause === null && after > 0) weight += weight / after
  }
  return happened
}

function followedFrom(facts: Facts, period: Period, asOf: Day): Followed[] {
  const stays = staysIn(facts, null, asOf)
  return [...Map.groupBy(stays, ({ person }) => person)].flatMap(([person, own]) => {
    const first = own.reduce((a, b) => (b.start < a.start ? b : a))
    const isIn = first.start >= period.start && first.start <= period.end
    if (!isIn || (first.occupation !== 'unemployed' && first.occupation !== 'neither')) return []
    return [{ person, ...outcomeOf(facts, own, first, asOf) }]
  })
}

function outcomeOf(
  facts: Facts,
  own: readonly EngagementFact[],
  { person, start }: EngagementFact,
  asOf: Day,
): Omit<Followed, 'person'> {
  const noted = [
    ...facts.statuses
      .filter((status) => status.person === person && isOccupation(status))
      .filter(({ date }) => date > start && date <= asOf)
      .map(({ date, value }) => ({ date, cause: causeOf(value) })),
    ...own.flatMap(({ end, reason }) => {
      const cause = causeOf(reason ?? '')
      return end !== null && cause !== null ? [{ date: end, cause }] : []
    }),
  ]
  const [event] = noted
    .filter(({ cause }) => cause !== null)
    .toSorted(
      (a, b) => daysBetween(b.date, a.date) || Number(a.cause !== 'work') - Number(b.cause !== 'work'),
    )
  if (event !== undefined) return { days: daysBetween(start, event.date), cause: event.cause }
  const seen = [...noted.map(({ date }) => date), ...own.map(({ end }) => end ?? asOf)]
  return { days: Math.max(...seen.map((day) => daysBetween(start, day))), cause: null }
}

function causeOf(value: string): Cause | null {
  if (value === 'work' || value === 'work_and_studies') return 'work'
  return value === 'studies' ? 'studies' : null
}
