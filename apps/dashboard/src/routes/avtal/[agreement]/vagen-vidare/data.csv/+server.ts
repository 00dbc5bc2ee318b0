import { TRANSITION_STAGES } from '@utfall/contracts'
import { csvAnswer } from '#lib/publication/csv-answer.ts'
import { readingOf } from '#lib/reader/read.ts'
import type { RequestHandler } from './$types'

/**
 * The agreement's published curves where `tabell=curves`, or else its transitions, to the one stage that
 * `tabell` names or to all; `profil=excel` is for Excel.
 */
export const GET: RequestHandler = ({ locals, params, url }) => {
  const { publication } = readingOf(locals, params.agreement)
  const asked = url.searchParams.get('tabell')
  const stage = TRANSITION_STAGES.find((each) => each === asked)
  const table = asked === 'curves' ? 'curves' : 'transitions'
  return csvAnswer(
    publication,
    table,
    (place) => {
      const row = publication[table][place]
      return row?.agreement === params.agreement && (!stage || ('stage' in row && row.stage === stage))
    },
    [params.agreement, table, stage ?? null],
    url.searchParams.get('profil') === 'excel',
  )
}
