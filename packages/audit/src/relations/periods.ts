import { seriesOf } from '../epochs.ts'
import type { Figure, FlowStep, Publication, Terms } from '../publication.ts'
import type { Part, Relation } from '../puzzle.ts'
import type { Sheet } from '../sheet.ts'
import { relationsOfSpans } from './spans.ts'
import type { Law, Span } from './spans.ts'

type Laws = Partial<Record<Part, readonly Law[]>>

const COVERED = ['covered'] as const
const PEOPLE = ['within', 'covered'] as const
const SUM = ['sum'] as const

/** Roles of those who left: the last exit decides, and it lies in one part of the period. */
const OF_LEAVERS: Laws = {
  numerator: COVERED,
  denominator: COVERED,
  complement: COVERED,
  unknown: COVERED,
  others: COVERED,
  excluded: COVERED,
}
/** Someone due in a part of a period is due in the period; which answer counts is decided by the last time. */
const OF_DUE: Laws = { ...OF_LEAVERS, denominator: PEOPLE }
const OF_PAIRS: Laws = { denominator: PEOPLE, excluded: COVERED }

/** How each number of an indicator follows from those of the parts of its period (definitions of indicators.json). */
const BY_INDICATOR: Readonly<Record<string, Laws>> = {
  unique_participants: { value: PEOPLE },
  enrolled_participants: { value: PEOPLE },
  culture_leisure_participants: { value: ['within'] },
  leavers: { value: COVERED },
  stayers: { value: ['at_end'] },
  new_participants: { value: SUM },
  attendances: { value: SUM },
  sessions: { value: SUM },
  activity_hours: { value: SUM },
  share_to_work: OF_LEAVERS,
  share_to_studies: OF_LEAVERS,
  share_to_work_or_studies: OF_LEAVERS,
  share_from_none_to_work_or_studies: OF_LEAVERS,
  share_in_work_or_studies_3m: OF_DUE,
  share_in_work_or_studies_6m: OF_DUE,
  share_in_work_or_studies_12m: OF_DUE,
  share_sustained_6m: OF_DUE,
  self_efficacy_change: OF_PAIRS,
  share_self_efficacy_improved: { ...OF_PAIRS, numerator: COVERED, complement: COVERED },
  time_to_work_or_studies: { denominator: SUM, excluded: SUM },
}
/** Known at the end of each period: gender hardly changes, and age is that of the calendar year. */
const LASTING = new Set(['total', 'activity', 'gender', 'age_group'])
/** But a register may be put right, and then a period has others in its groups than its parts had. */
const PUT_RIGHT = new Set(['gender', 'age_group'])
/** Engagements may begin before the agreement does. */
const FROM_BEFORE = new Set([
  'enrolled_participants',
  'share_in_work_or_studies_3m',
  'share_in_work_or_studies_6m',
  'share_in_work_or_studies_12m',
  'share_sustained_6m',
  'time_to_work_or_studies',
])

/** Asked of people after the agreement has ended, and counted in all of it by the publication's day. */
const AFTERWARDS = new Set([
  'self_efficacy_change',
  'share_self_efficacy_improved',
  'share_self_efficacy_reliably_improved',
  'share_in_work_or_studies_3m',
  'share_in_work_or_studies_6m',
  'share_in_work_or_studies_12m',
  'share_sustained_6m',
])

/** A number of one kind and cell in all periods that tell of it. */
export interface OverPeriods {
  readonly spans: readonly Span[]
  readonly laws: readonly Law[]
}

/** How a year and its parts, agreement years and the agreement to date hang together. */
export function periodRelations(sheet: Sheet): Relation[] {
  return numbersOverPeriods(sheet).flatMap(({ spans, laws }) => relationsOfSpans(spans, laws))
}

export function numbersOverPeriods(sheet: Sheet): OverPeriods[] {
  const linked = sheet.entries.filter(
    ({ figure }) =>
      figure.indicator in BY_INDICATOR &&
      LASTING.has(figure.breakdown) &&
      !(PUT_RIGHT.has(figure.breakdown) && sheet.apart.has(seriesOf(figure))),
  )
  const series = Map.groupBy(linked, ({ figure }) =>
    [figure.indicator, figure.definition_version, figure.breakdown, figure.category, ageYear(figure)].join(
      '|',
    ),
  )
  return [...series.values()].flatMap((entries) => {
    const [first] = entries
    if (first === undefined) return []
    return Object.entries(lawsOf(first.figure)).map(([part, laws]) => ({
      laws,
      spans: entries.flatMap(({ figure, parts }) => {
        const quantity = parts.get(part as Part)
        return quantity === undefined ? [] : [{ quantity, ...daysOf(figure, sheet) }]
      }),
    }))
  })
}

/** Whoever is new in the year may come to an activity long after the first visit: there the parts do not add up. */
function lawsOf({ indicator, breakdown }: Figure): Laws {
  if (indicator === 'new_participants' && breakdown === 'activity') return { value: ['within'] }
  return BY_INDICATOR[indicator] ?? {}
}

/** Ages are those of a calendar year: only periods within the same one tell of the same age groups. */
const ageYear = ({ breakdown, period_start: start, period_end: end }: Figure): string =>
  breakdown === 'age_group' ? `${start.slice(0, 4)}–${end.slice(0, 4)}` : ''

/** The same for a step of the way to the total of a figure. */
export function lawsOfRole({ indicator, role }: Pick<FlowStep, 'indicator' | 'role'>): readonly Law[] {
  const laws = BY_INDICATOR[indicator] ?? {}
  if (role === 'universe') return laws.denominator ?? []
  if (role === 'complement') return laws.others ?? laws.complement ?? []
  if (role === 'numerator') return laws.numerator ?? laws.value ?? []
  return role === 'denominator' || role === 'excluded' || role === 'unknown' ? (laws[role] ?? []) : []
}

interface Dated {
  readonly terms: Terms
  readonly publication: Publication
}

/** Cut to the days of the agreement and of the publication, but for what began before or is asked afterwards. */
export function daysOf(
  {
    period_type: type,
    period_start: start,
    period_end: end,
    indicator,
  }: Pick<Figure, 'period_type' | 'period_start' | 'period_end' | 'indicator'>,
  { terms, publication: { asOf } }: Dated,
): Omit<Span, 'quantity'> {
  const { start: first, end: last } = terms.period
  const counted = AFTERWARDS.has(indicator) ? (type === 'agreement' ? asOf : end) : earlier(end, last)
  return {
    type,
    start: FROM_BEFORE.has(indicator) || start > first ? start : first,
    end: earlier(counted, asOf),
  }
}

const earlier = (one: string, other: string): string => (one < other ? one : other)
