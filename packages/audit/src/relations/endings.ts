import type { Part, Relation } from '../puzzle.ts'
import { atMost } from '../puzzle.ts'
import type { Sheet } from '../sheet.ts'
import { daysOf } from './periods.ts'

const ROLES: readonly Part[] = ['numerator', 'denominator', 'complement', 'unknown', 'others', 'excluded']

/** Numbers whose people in a period are counted in every longer one that ends on the same day. */
const BY_INDICATOR: Readonly<Record<string, readonly Part[]>> = {
  unique_participants: ['value'],
  enrolled_participants: ['value'],
  new_participants: ['value'],
  association_participants: ['value'],
  culture_leisure_participants: ['value'],
  leavers: ['value'],
  stayers: ['value'],
  share_association_active: ['numerator'],
  share_newly_association_active: ['numerator'],
  share_to_work: ROLES,
  share_to_studies: ROLES,
  share_to_work_or_studies: ROLES,
  share_from_none_to_work_or_studies: ROLES,
  share_in_work_or_studies_3m: ROLES,
  share_in_work_or_studies_6m: ROLES,
  share_in_work_or_studies_12m: ROLES,
  share_sustained_6m: ROLES,
  self_efficacy_change: ['denominator', 'excluded'],
  share_self_efficacy_improved: ['numerator', 'denominator', 'complement'],
  share_self_efficacy_reliably_improved: ['numerator', 'denominator', 'complement'],
}

/**
 * Periods that end on the same day know the same of everyone: the last exit, the last status, the district. Whoever
 * is counted in the shorter is counted in the longer, and with the same outcome.
 */
export function endingRelations(sheet: Sheet): Relation[] {
  const alike = Map.groupBy(
    sheet.entries.filter(({ figure }) => figure.indicator in BY_INDICATOR),
    ({ figure }) =>
      [
        figure.indicator,
        figure.definition_version,
        figure.breakdown,
        figure.category,
        daysOf(figure, sheet).end,
      ].join('|'),
  )
  return [...alike.values()].flatMap((entries) => {
    const longestFirst = entries
      .map(({ figure, parts }) => ({
        indicator: figure.indicator,
        parts,
        start: daysOf(figure, sheet).start,
      }))
      .toSorted((a, b) => (a.start < b.start ? -1 : 1))
    const numbers = BY_INDICATOR[longestFirst[0]?.indicator ?? ''] ?? []
    return numbers.flatMap((part) => inEachOther(longestFirst.flatMap(({ parts }) => parts.get(part) ?? [])))
  })
}

/** Each in the one before it, and so in all before it. */
const inEachOther = (quantities: readonly string[]): Relation[] =>
  quantities.slice(1).map((some, at) => atMost('people_of_periods', [some], [quantities[at] ?? some]))
