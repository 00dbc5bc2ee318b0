import type { PublishedIndicator, ResultRow } from '@utfall/contracts'
import { capital } from '@utfall/contracts/written-figure'
import { intervalInWords } from '#lib/words/words.ts'
import type { Words } from '#lib/words/words.ts'

/**
 * The headline of a follow-up that not all have answered: between what it is if none of the silent work or study and if
 * all do, and how many answered. Undefined where everyone did, and for what is no follow-up.
 */
export function followUpHeadline(
  indicator: PublishedIndicator | undefined,
  { status, denominator, unknown, lower_bound, upper_bound, unit }: ResultRow,
  words: Words,
): { readonly text: string; readonly answered: string } | undefined {
  if (indicator?.followup_months === undefined || status !== 'ok' || !unknown || denominator === null) return
  const bounds = intervalInWords({ ci_low: lower_bound, ci_high: upper_bound, unit }, words)
  if (bounds === '') return
  return {
    text: capital(bounds),
    answered: words.say.figures.answered(words.number(denominator - unknown), words.number(denominator)),
  }
}
