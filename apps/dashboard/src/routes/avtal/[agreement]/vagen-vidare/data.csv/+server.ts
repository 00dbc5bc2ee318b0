import { csvAnswer } from '#lib/publication/csv-answer.ts'
import { readingOf } from '#lib/reader/read.ts'
import type { RequestHandler } from './$types'

/** The agreement's published transitions, or its curves where `tabell=curves`; `profil=excel` is for Excel. */
export const GET: RequestHandler = ({ locals, params, url }) => {
  const { publication } = readingOf(locals, params.agreement)
  const table = url.searchParams.get('tabell') === 'curves' ? 'curves' : 'transitions'
  return csvAnswer(
    publication,
    table,
    (place) => publication[table][place]?.agreement === params.agreement,
    [params.agreement, table],
    url.searchParams.get('profil') === 'excel',
  )
}
