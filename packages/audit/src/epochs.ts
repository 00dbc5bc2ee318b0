import type { Figure, Publication } from './publication.ts'

/** Names the first publication whose hidden numbers a figure surely shares. */
export type Epochs = (publication: Publication, figure: Figure) => string

/**
 * Joins publications: where every number of an indicator and period that two successive publications both show is
 * the same, the attacker takes it that the hidden ones are the same too. A correction breaks the chain.
 */
export function linkedEpochs(publications: readonly Publication[]): Epochs {
  const epochs = new Map<string, string>()
  let before = new Map<string, Figure[]>()
  for (const [at, publication] of publications.entries()) {
    const now = Map.groupBy(publication.results, seriesOf)
    for (const [series, figures] of now) {
      const previous = before.get(series)
      const earlier = epochs.get(`${publications[at - 1]?.id} ${series}`)
      const same = previous !== undefined && earlier !== undefined && agree(previous, figures)
      epochs.set(`${publication.id} ${series}`, same ? earlier : publication.id)
    }
    before = now
  }
  return (publication, figure) => epochs.get(`${publication.id} ${seriesOf(figure)}`) ?? publication.id
}

/** Every publication for itself. */
export const separateEpochs: Epochs = (publication) => publication.id

/** Whether a row tells what its publication counted; one whose correction waits repeats an earlier publication. */
export const isOfToday = ({ note }: Figure): boolean => note !== 'correction_waits'

export function cellOf({ breakdown, category, basis }: Figure): string {
  return [breakdown, category, basis].join('|')
}

export function seriesOf(figure: Figure): string {
  const { agreement, indicator, definition_version, period_type, period } = figure
  return [agreement, indicator, definition_version, period_type, period].join('|')
}

function agree(before: readonly Figure[], now: readonly Figure[]): boolean {
  const cells = new Map(before.map((figure) => [cellOf(figure), figure]))
  return now.every((figure) => {
    const other = cells.get(cellOf(figure))
    return isOfToday(figure) && (other === undefined || sameNumbers(other, figure))
  })
}

function sameNumbers(one: Figure, other: Figure): boolean {
  const pairs = [
    [one.value, other.value],
    [one.numerator, other.numerator],
    [one.denominator, other.denominator],
    [one.unknown, other.unknown],
    [one.excluded, other.excluded],
  ] as const
  return pairs.every(([a, b]) => a === b || a === null || b === null || a === '' || b === '')
}
