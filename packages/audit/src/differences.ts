import { cellOf, seriesOf } from './epochs.ts'
import { termsOf, thresholdOf } from './publication.ts'
import type { Figure, Publication } from './publication.ts'
import type { Leak } from './report.ts'

const COLUMNS = ['numerator', 'denominator', 'unknown', 'excluded'] as const

/**
 * A figure that was final and is corrected by fewer people than the threshold tells of those few
 * (disclosure.md, rule 7). Figures of periods still open grow, and are left out.
 */
export function smallCorrections(before: Publication, now: Publication): Leak[] {
  const earlier = new Map(before.results.map((figure) => [keyOf(figure), figure]))
  return now.results.flatMap((figure) => {
    const old = earlier.get(keyOf(figure))
    const terms = termsOf(now, figure.agreement)
    const threshold = terms === undefined ? 0 : thresholdOf(terms, figure.indicator)
    if (old === undefined || !old.complete || now.indicators.get(figure.indicator)?.counts !== 'people')
      return []
    const counts = [
      ...COLUMNS.map((column) => [column, old[column], figure[column]] as const),
      ...(now.indicators.get(figure.indicator)?.kind === 'count'
        ? [['value', numberOf(old), numberOf(figure)] as const]
        : []),
    ]
    return counts.flatMap(([column, was, is]) => {
      const difference = was === null || is === null ? 0 : Math.abs(is - was)
      if (difference === 0 || difference >= threshold) return []
      return [
        {
          kind: 'small_correction' as const,
          publication: now.id,
          where: keyOf(figure),
          what: `${column}: ${was} → ${is}`,
        },
      ]
    })
  })
}

const keyOf = (figure: Figure): string => `${seriesOf(figure)}|${cellOf(figure)}`
const numberOf = ({ value }: Figure): number | null => (value === '' ? null : Number(value))
