import { costsOf } from '#lib/economy/money.ts'
import { csvAnswer } from '#lib/publication/csv-answer.ts'
import { readingOf } from '#lib/reader/read.ts'
import type { RequestHandler } from './$types'

/** The published money of one agreement; `per` and `uppdelning` cut it down, `profil=excel` is for Excel. */
export const GET: RequestHandler = ({ locals, params, url }) => {
  const reading = readingOf(locals, params.agreement)
  const { publication } = reading
  const type = url.searchParams.get('per')
  const breakdown = url.searchParams.get('uppdelning')
  const wanted = new Set(
    costsOf(reading)
      .filter((row) => type === null || row.period_type === type)
      .filter((row) => breakdown === null || (breakdown === 'total') === (row.activity === '')),
  )
  return csvAnswer(
    publication,
    'costs',
    (place) => {
      const row = publication.costs[place]
      return row !== undefined && wanted.has(row)
    },
    [params.agreement, 'ekonomi', type, breakdown],
    url.searchParams.get('profil') === 'excel',
  )
}
