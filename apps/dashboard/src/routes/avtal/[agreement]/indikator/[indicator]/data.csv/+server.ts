import { csvAnswer } from '#lib/publication/csv-answer.ts'
import { indicatorOf, readingOf } from '#lib/reader/read.ts'
import type { RequestHandler } from './$types'

/** The published rows of one indicator; `per` and `uppdelning` cut them down, `profil=excel` is for Excel. */
export const GET: RequestHandler = ({ locals, params, url }) => {
  const reading = readingOf(locals, params.agreement)
  const indicator = indicatorOf(reading, params.indicator)
  const { publication } = reading
  const type = url.searchParams.get('per')
  const breakdowns = url.searchParams.getAll('uppdelning')
  const wanted = publication
    .results(params.agreement, indicator.id)
    .filter((row) => type === null || row.period_type === type)
    .filter((row) => breakdowns.length === 0 || breakdowns.includes(row.breakdown))
  const places = new Set(wanted.map((row) => publication.placeOf(row)))
  return csvAnswer(
    publication,
    'results',
    (place) => places.has(place),
    [params.agreement, indicator.id, type, ...breakdowns],
    url.searchParams.get('profil') === 'excel',
  )
}
