import type { ResultRow } from '@utfall/contracts'
import { intervalsOverlap, sameTimeLastYear } from '#lib/publication/results.ts'
import type { Reading } from '#lib/reader/reading.ts'
import { figureOrSign } from '#lib/words/words.ts'

/** How the latest part of a year stands against the same part the year before. */
export type TrendView =
  | { readonly kind: 'none'; readonly text: string }
  | {
      readonly kind: 'known'
      readonly period: string
      readonly now: string
      readonly before: string
      readonly direction: 'up' | 'down' | 'same'
      readonly mayBeChance: boolean
    }

/** The trend of one indicator; of one cost basis where it has bases. Up and down are as the reader sees them. */
export function trendOf(results: readonly ResultRow[], { agreement, words }: Reading, basis = ''): TrendView {
  const { trend } = words.say.agreementPage.goals
  const { period, reporting } = agreement
  const found =
    sameTimeLastYear(results, reporting.part_of_year, period, basis) ??
    sameTimeLastYear(results, 'agreement_year', period, basis)
  if (!found) return { kind: 'none', text: trend.none }
  const { now, before } = found
  if (now.value === null || before.value === null) return { kind: 'none', text: trend.withheld }
  const texts = { now: figureOrSign(now, words), before: figureOrSign(before, words) }
  return {
    kind: 'known',
    period: words.period(now),
    ...texts,
    direction: texts.now === texts.before ? 'same' : now.value > before.value ? 'up' : 'down',
    mayBeChance: intervalsOverlap(now, before),
  }
}
