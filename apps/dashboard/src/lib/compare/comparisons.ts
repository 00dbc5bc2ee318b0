import { COST_BASES } from '@utfall/contracts'
import type { PublishedAgreement, PublishedIndicator, ResultRow } from '@utfall/contracts'
import type { Publication } from '#lib/publication/publication.ts'

/** Fewer people or events than this are a base too small to set agreements side by side. */
const COMPARING_BASE = 20

/** Why an indicator cannot be compared: nothing alike was measured, or not in the same way, or of too few. */
type Obstacle = 'not_measured' | 'definition' | 'terms' | 'counting_rule' | 'period' | 'base'

export interface ComparedPeriod {
  readonly period_type: ResultRow['period_type']
  readonly period: string
  /** One row for each agreement and basis, in the order of the agreements. */
  readonly rows: readonly ResultRow[]
}

export type Comparison =
  | { readonly indicator: PublishedIndicator; readonly periods: readonly ComparedPeriod[] }
  | { readonly indicator: PublishedIndicator; readonly obstacle: Obstacle }

/** What an agreement decides of how much is shown, or by activity: it changes no total. */
const OF_PARTS = new Set(['threshold', 'minimum_base', 'age_groups', 'shared_cost', 'counting_rule'])
const WITH_VOLUNTEERS = 'cost_with_own_contribution'
const LEVELS = new Set<PublishedIndicator['kind']>(['ratio', 'share', 'mean', 'median'])

/** Every level that two agreements or more could be set side by side in. Sizes are not: agreements are not alike in size. */
export const comparisons = (publication: Publication): Comparison[] =>
  [...publication.indicators.values()]
    .filter(({ kind }) => LEVELS.has(kind))
    .map((indicator) => compare(indicator, publication))

/** Side by side only where definition, counting rule and period agree and the base suffices. */
export function compare(indicator: PublishedIndicator, publication: Publication): Comparison {
  const measured = publication.agreements
    .map((agreement) => ({ agreement, rows: totals(publication.results(agreement.id, indicator.id)) }))
    .filter(({ rows }) => rows.length > 0)
  if (measured.length < 2) return { indicator, obstacle: 'not_measured' }
  if (differ(measured.flatMap(({ rows }) => rows.map((row) => row.definition_version))))
    return { indicator, obstacle: 'definition' }
  const differing = differingTerms(
    indicator,
    measured.map(({ agreement }) => agreement),
  )
  if (differing.some((term) => term !== 'volunteer_rate')) return { indicator, obstacle: 'terms' }
  const isRuled = indicator.terms?.includes('counting_rule') === true
  if (isRuled && differ(measured.map(({ agreement }) => rulesOf(agreement))))
    return { indicator, obstacle: 'counting_rule' }

  const valuedAlike = differing.length === 0
  const shared = sharedPeriods(
    measured.map(({ rows }) => rows.filter(({ basis }) => valuedAlike || basis !== WITH_VOLUNTEERS)),
  )
  if (shared.length === 0) return { indicator, obstacle: 'period' }
  const periods = shared
    .map((each) => ({
      ...each,
      rows: each.rows.filter(({ denominator }) => suffices(indicator, denominator)),
    }))
    .filter(({ rows }) => new Set(rows.map(({ agreement }) => agreement)).size > 1)
  return periods.length > 0 ? { indicator, periods } : { indicator, obstacle: 'base' }
}

const totals = (rows: readonly ResultRow[]): ResultRow[] =>
  rows.filter(
    ({ breakdown, complete, status, period_type }) =>
      breakdown === 'total' &&
      complete &&
      status === 'ok' &&
      (period_type === 'year' || period_type === 'agreement_year'),
  )

function sharedPeriods(measured: readonly (readonly ResultRow[])[]): ComparedPeriod[] {
  const alike = Map.groupBy(measured.flat(), (row) => `${row.period_type} ${row.period}`)
  return [...alike.values()]
    .flatMap((rows) => {
      const [first] = rows
      return first && new Set(rows.map(({ agreement }) => agreement)).size > 1
        ? [{ period_type: first.period_type, period: first.period, rows: rows.toSorted(byBasis) }]
        : []
    })
    .toSorted(byTime)
}

/** Calendar years first, then years of the agreements, each in their order. */
const byTime = (a: ComparedPeriod, b: ComparedPeriod): number =>
  b.period_type.localeCompare(a.period_type) || Number(a.period) - Number(b.period)

const BASES: readonly string[] = COST_BASES
const byBasis = (a: ResultRow, b: ResultRow): number => BASES.indexOf(a.basis) - BASES.indexOf(b.basis)

/** A median or a mean whose base is not published has been withheld below its own limit already. */
const suffices = ({ kind }: PublishedIndicator, denominator: number | null): boolean =>
  denominator === null ? kind === 'median' : denominator >= COMPARING_BASE

/** What the agreements decide differently, of what changes the figure. */
function differingTerms(
  { parameters }: PublishedIndicator,
  agreements: readonly PublishedAgreement[],
): string[] {
  const terms = agreements.map(({ id }) => parameters[id] ?? {})
  return [...new Set(terms.flatMap(Object.keys))]
    .filter((term) => !OF_PARTS.has(term))
    .filter((term) => differ(terms.map((decided) => JSON.stringify(decided[term] ?? null))))
}

const rulesOf = ({ activities }: PublishedAgreement): string =>
  [...new Set(activities.map(({ counting_rule }) => counting_rule))].toSorted().join(' ')

const differ = (values: readonly (string | number)[]): boolean => new Set(values).size > 1
