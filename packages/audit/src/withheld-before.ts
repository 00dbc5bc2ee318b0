import { cellOf, seriesOf } from './epochs.ts'
import type { Figure, Publication } from './publication.ts'

/** Whether an earlier publication withheld the same figure, of a period that was final or on the same day. */
export type WithheldBefore = (publication: Publication, figure: Figure) => boolean

/** What was withheld stays so whatever it has become: from its second time on, hidden may mean zero. */
export function withheldBefore(publications: readonly Publication[]): WithheldBefore {
  const placeOf = new Map(publications.map(({ id }, at) => [id, at]))
  const first = new Map<string, number>()
  for (const [at, publication] of publications.entries())
    for (const figure of publication.results)
      for (const key of figure.status === 'suppressed' ? boundBy(publication, figure) : [])
        if (!first.has(key)) first.set(key, at)
  return (publication, figure) =>
    [FINAL, publication.asOf].some(
      (day) => (first.get(keyOf(figure, day)) ?? Infinity) < (placeOf.get(publication.id) ?? 0),
    )
}

const FINAL = 'final'
const keyOf = (figure: Figure, day: string): string => `${day} ${seriesOf(figure)}|${cellOf(figure)}`
const boundBy = ({ asOf }: Publication, figure: Figure): string[] =>
  [asOf, ...(figure.complete ? [FINAL] : [])].map((day) => keyOf(figure, day))
