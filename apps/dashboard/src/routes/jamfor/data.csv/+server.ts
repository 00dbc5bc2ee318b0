import { comparedFigure } from '#lib/compare/compare-page.ts'
import { csvAnswer } from '#lib/publication/csv-answer.ts'
import { publicationFor } from '#lib/reader/read.ts'
import type { RequestHandler } from './$types'

/** The rows that a comparison is made of, named by `indikator`, `period` and for a cost `tabell`, its basis. */
export const GET: RequestHandler = ({ locals, url }) => {
  const publication = publicationFor(locals)
  const { figure, period } = comparedFigure(locals, url.searchParams)
  const places = new Set(period.rows.map(publication.placeOf))
  return csvAnswer(
    publication,
    'results',
    (place) => places.has(place),
    [figure.id, period.period],
    url.searchParams.get('profil') === 'excel',
  )
}
