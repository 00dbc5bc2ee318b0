import { thresholdOf } from '../publication.ts'
import type { FlowStep, Transition } from '../publication.ts'
import type { Place, Puzzle } from '../puzzle.ts'
import { flowOf } from '../epochs.ts'
import type { Sheet } from '../sheet.ts'

export const TOTAL = { breakdown: 'total', category: '' } as const

/** What a row of the ways or transitions is called in the puzzle: an indicator and a part of it. */
interface Named {
  readonly indicator: string
  readonly part: string
  /** Least number of people there can be where the row hides it. */
  readonly atLeast: 0 | 1
}

/** Lays the count of a row into the puzzle; its key there. */
export function layOutCount(puzzle: Puzzle, sheet: Sheet, row: FlowStep | Transition, named: Named): string {
  const { part, atLeast } = named
  const key = stepKey(sheet, row, named)
  const quantity = puzzle.quantities.get(key) ?? {
    place: placeOf(row, named),
    part,
    counts: 'people',
    known: null,
    shownIn: [],
    atLeast,
    threshold: thresholdOf(sheet.terms, named.indicator),
    usual: sheet.terms.disclosure.threshold,
    plain: false,
    noneOf: null,
    hunted: false,
    series: new Set([flowOf(row)]),
    publications: new Set(),
  }
  quantity.known ??= row.count
  quantity.hunted ||= row.count === null && row.status === 'suppressed'
  quantity.publications.add(sheet.publication.id)
  puzzle.quantities.set(key, quantity)
  return key
}

/** The key that the count of a row has, or would have. */
export function stepKey(
  { epochs, publication }: Sheet,
  row: FlowStep | Transition,
  { indicator, part }: Pick<Named, 'indicator' | 'part'>,
): string {
  return [epochs.ofFlow(publication, row), ...Object.values(placeOf(row, { indicator })), part].join('|')
}

function placeOf(row: FlowStep | Transition, { indicator }: Pick<Named, 'indicator'>): Place {
  return {
    ...TOTAL,
    agreement: row.agreement,
    indicator,
    periodType: row.period_type,
    period: row.period,
  }
}

/** First and last day of each period that the agreement has figures of. */
export function daysOfPeriods({
  publication,
  terms,
}: Sheet): ReadonlyMap<string, { start: string; end: string }> {
  return new Map(
    publication.results
      .filter(({ agreement }) => agreement === terms.id)
      .map(({ period_type, period, period_start: start, period_end: end }) => [
        `${period_type}|${period}`,
        { start, end },
      ]),
  )
}
