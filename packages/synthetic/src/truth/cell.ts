import type { Facts, PersonFact } from '../facts.ts'
import { yearOf } from '../days.ts'
import type { Day } from '../days.ts'
import type { Period } from './periods.ts'

/** One figure before disclosure control. Kronor, people, events, hours, points or a share. */
export interface Figure {
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  /** People whose outcome is unknown; null where the definition knows no unknown. */
  readonly unknown: number | null
}

export interface Cell extends Figure {
  readonly indicator: string
  readonly basis: string
  readonly period_type: string
  readonly period: string
  readonly breakdown: 'total' | 'activity' | 'gender' | 'age_group' | 'district'
  readonly category: string
}

export const count = (many: number, unknown: number | null = null): Figure => ({
  value: many,
  numerator: many,
  denominator: null,
  unknown,
})

export const quotient = (numerator: number, denominator: number, unknown: number | null = null): Figure => ({
  value: denominator === 0 ? null : numerator / denominator,
  numerator,
  denominator,
  unknown,
})

export interface Attributes {
  readonly gender: string
  readonly age_group: string
  readonly district: string
}

export const NOTHING_KNOWN: Attributes = { gender: 'unknown', age_group: 'unknown', district: 'unknown' }

/** What is known of a person at the end of a period. Age is that at the end of its calendar year. */
export function attributesAt(facts: Facts, id: string, day: Day): Attributes {
  const person = facts.people.get(id)
  if (!person) return NOTHING_KNOWN
  const entry = person.registered.findLast(({ from }) => from <= day)
  const birthYear = birthYearAt(person, day)
  return {
    gender: entry?.gender ?? person.number?.gender ?? 'unknown',
    age_group: birthYear === null ? 'unknown' : ageGroup(facts, birthYear, day),
    district: entry?.district ?? 'unknown',
  }
}

export function birthYearAt(person: PersonFact, day: Day): number | null {
  const entry = person.registered.findLast(({ from }) => from <= day)
  return entry?.birthYear ?? person.number?.birthYear ?? null
}

/** The age group at the end of the calendar year, `13–15` or `65+`. */
export function ageGroup({ agreement }: Facts, birthYear: number, day: Day): string {
  const upperEnds = agreement.age_groups
  const age = yearOf(day) - birthYear
  const index = upperEnds.findIndex((upper) => age <= upper)
  const from = index === 0 ? 0 : (upperEnds.at(index === -1 ? -1 : index - 1) ?? -1) + 1
  return index === -1 ? `${from}+` : `${from}–${upperEnds[index]}`
}

/**
 * The cells of one indicator in one period: in total, and for each category that has any unit.
 * @param unitsOf the units of an activity counted for itself, or of the whole agreement
 */
export function cellsOf<Unit>(
  period: Period,
  indicator: string,
  unitsOf: (activity: string | null) => readonly Unit[],
  summarise: (units: readonly Unit[]) => Figure,
  how: { activities: readonly string[]; attributes?: (unit: Unit) => Attributes },
): Cell[] {
  const place = { indicator, basis: '', period_type: period.type, period: period.code }
  const all = unitsOf(null)
  const { attributes } = how
  const byAttribute = attributes
    ? (['gender', 'age_group', 'district'] as const).flatMap((breakdown) =>
        [...Map.groupBy(all, (unit) => attributes(unit)[breakdown])].map(([category, units]) => ({
          ...place,
          breakdown,
          category,
          ...summarise(units),
        })),
      )
    : []
  const byActivity = how.activities
    .map((activity) => [activity, unitsOf(activity)] as const)
    .filter(([, units]) => units.length > 0)
    .map(([category, units]) => ({ ...place, breakdown: 'activity' as const, category, ...summarise(units) }))
  return [
    { ...place, breakdown: 'total', category: '', ...summarise(all) },
    ...byActivity,
    ...byAttribute.toSorted((a, b) => (a.breakdown + a.category < b.breakdown + b.category ? -1 : 1)),
  ]
}
