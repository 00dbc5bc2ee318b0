import { seriesOf } from './epochs.ts'
import { leak } from './leaks.ts'
import { baseOf, termsOf } from './publication.ts'
import type { Figure, Publication } from './publication.ts'
import type { Leak } from './report.ts'

/** Attributes that each person has exactly one of. */
const ATTRIBUTES = ['gender', 'age_group', 'district']

/**
 * A mean times its base is a sum. So a total and those of its parts that are shown tell the mean of all others
 * together, who may be too few for a mean though each of them is withheld.
 */
export function meansOfFew(publication: Publication): Leak[] {
  const means = publication.results.filter(
    ({ indicator }) => publication.indicators.get(indicator)?.kind === 'mean',
  )
  return [...Map.groupBy(means, seriesOf)].flatMap(([series, figures]) => {
    const total = figures.find(({ breakdown }) => breakdown === 'total')
    const terms = termsOf(publication, total?.agreement)
    if (total === undefined || terms === undefined || total.denominator === null) return []
    return ATTRIBUTES.flatMap((attribute) => {
      const parts = figures.filter(({ breakdown }) => breakdown === attribute)
      const others = (total.denominator ?? 0) - sumOf(parts)
      const areFew = parts.length > 0 && others > 0 && others < baseOf(terms, total.indicator)
      return areFew ? [leak('mean_of_few', publication, `${series}|${attribute}`, `${others}`)] : []
    })
  })
}

const sumOf = (figures: readonly Figure[]): number =>
  figures.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0)
