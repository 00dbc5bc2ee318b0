import type { Agreement, PublishedIndicator } from '@utfall/contracts'
import type { TrueCell } from './sample-truth.ts'

/**
 * `absent`: no row at all. `possible`: shown, unless it would tell of another figure. `either`: it depends on
 * the people behind it, whom the truth does not tell.
 */
export type Release = 'possible' | 'withheld' | 'absent' | 'either'

/** Kronor per person: their denominator is people and needs the minimum base. */
const PER_PERSON = new Set(['cost_per_participant', 'cost_per_outcome'])
/** A count of events in total that large has more people behind it than any threshold. */
const MANY_EVENTS = 50
/** An outcome is broken down only in periods with so many participants. */
export const MANY_PARTICIPANTS = 250

/**
 * Whether a figure may be published, told from its truth and the agreed limits alone. Written anew from
 * the rules of disclosure control, and not from the program's own queries.
 */
export function expectedRelease(
  { kind, counts }: Pick<PublishedIndicator, 'kind' | 'counts'>,
  cell: TrueCell,
  { threshold, minimum_base: base }: Agreement['disclosure'],
  { isComplete, isLarge }: { readonly isComplete: boolean; readonly isLarge: boolean },
): Release {
  const { indicator, breakdown, value, numerator, denominator } = cell
  const isSmall = (people: number) => people > 0 && people < threshold
  if (!isComplete && breakdown !== 'total') return 'absent'
  const isOutcome = counts === 'people' && (kind === 'share' || kind === 'mean' || kind === 'median')
  if (isOutcome && !isLarge && breakdown !== 'total') return 'absent'
  if (value === null) return 'withheld'
  if (PER_PERSON.has(indicator)) return (denominator ?? 0) < base ? 'withheld' : 'possible'
  if (counts === 'kronor' && kind === 'sum') return 'possible'
  if (counts !== 'people') return breakdown === 'total' && value >= MANY_EVENTS ? 'possible' : 'either'
  if (kind === 'count') return isSmall(value) ? 'withheld' : 'possible'
  if (denominator === null || denominator < base) return 'withheld'
  if (kind !== 'share' || numerator === null) return 'possible'
  return isSmall(numerator) || isSmall(denominator - numerator) ? 'withheld' : 'possible'
}
